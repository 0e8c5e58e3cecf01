package dev.batchable.cli;

import dev.batchable.policy.Durations;
import dev.batchable.policy.Glob;
import dev.batchable.record.Tier;
import dev.batchable.simulate.Cap;
import dev.batchable.simulate.SimulationRequest;
import dev.batchable.simulate.Submission;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/// What to simulate, and under which suppositions.
final class SimulateOptions {
    @Option(
            names = "--workload",
            paramLabel = "GLOB",
            description = "Simulate only workloads of this name, undecided ones too. Default: all recommended moves.")
    private Optional<String> workload = Optional.empty();

    @Option(names = "--target", paramLabel = "TIER", description = "batch or flex. Default: the recommended one.")
    private Optional<String> target = Optional.empty();

    @Option(
            names = "--submit",
            paramLabel = "RULE",
            description = "When batches are submitted: every:15m, size:10000 or at:02:00 (in the policy's zone)."
                    + " Default: as seldom as the deadline allows.")
    private Optional<String> submit = Optional.empty();

    @Option(
            names = "--deadline",
            paramLabel = "DURATION",
            description = "Results are needed this long after the call, such as 4h. Default: what is declared or"
                    + " observed.")
    private Optional<String> deadline = Optional.empty();

    @Option(
            names = "--assume-latency",
            paramLabel = "DURATION",
            description = "The deadline of workloads of which none is known, such as 24h.")
    private Optional<String> assumed = Optional.empty();

    @Option(
            names = "--queue-cap",
            paramLabel = "CAP",
            description = "How much may be enqueued at once: requests:200000 or tokens:5000000 (prompt tokens)."
                    + " Default: the smallest documented level.")
    private Optional<String> cap = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Of the draws; printed. Default: ${DEFAULT-VALUE}.")
    private long seed = SimulationRequest.SEED;

    @Option(names = "--runs", paramLabel = "N", description = "How often, 1 to 1000. Default: ${DEFAULT-VALUE}.")
    private int runs = SimulationRequest.RUNS;

    private static final int MOST_RUNS = 1000;

    /// @throws UsageException for a value that cannot be read; the message holds an example
    SimulationRequest request() {
        if (runs < 1 || runs > MOST_RUNS) {
            throw new UsageException("--runs " + runs + ": expected a number from 1 to 1000, such as 20");
        }
        Optional<Tier> tier = parsed("--target", target, SimulateOptions::tier);
        if (submit.isPresent() && tier.equals(Optional.of(Tier.FLEX))) {
            throw new UsageException("--submit is for batches; on flex every call is sent by itself as it comes");
        }
        return new SimulationRequest(
                workload.map(Glob::of),
                tier,
                parsed("--submit", submit, Submission::parse),
                seed,
                runs,
                parsed("--deadline", deadline, SimulateOptions::atLeastTenMinutes),
                parsed("--assume-latency", assumed, SimulateOptions::atLeastTenMinutes),
                parsed("--queue-cap", cap, Cap::parse));
    }

    private static <T> Optional<T> parsed(String option, Optional<String> text, Function<String, T> parser) {
        try {
            return text.map(parser);
        } catch (IllegalArgumentException bad) {
            throw new UsageException(option + ": " + bad.getMessage());
        }
    }

    private static Tier tier(String text) {
        return switch (text) {
            case "batch" -> Tier.BATCH;
            case "flex" -> Tier.FLEX;
            default -> throw new IllegalArgumentException("'" + text + "' is no target; expected batch or flex");
        };
    }

    /// A minute is what the log's arrivals are known by.
    private static Duration atLeastTenMinutes(String text) {
        Duration duration = Durations.parse(text);
        if (duration.compareTo(Duration.ofMinutes(10)) < 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is too short to replay by the minute; expected 10m or more, such as 4h");
        }
        return duration;
    }
}
