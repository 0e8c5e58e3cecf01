package dev.batchable.cli;

/// What the exit status says, in order of precedence (docs/architecture.md, "Exit codes").
enum ExitCode {
    /// Done, warned, or no gate asked.
    DONE(0),
    /// An error of the program itself.
    INTERNAL(1),
    /// The command line or the policy cannot be used.
    USAGE(2),
    /// The gate failed on what the report proves.
    GATE_FAILED(3),
    /// A named input is missing or unreadable, or nothing usable is in all of them.
    INPUT(4),
    /// The gate could not be judged: coverage or undecided share beyond what was allowed.
    INCONCLUSIVE(5);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
