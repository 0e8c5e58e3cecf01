package dev.batchable.input.format;

import dev.batchable.input.Head;
import java.util.List;
import java.util.Optional;

/// Exports of known tools that have a time and a model and whose rows are yet no calls, or whose amounts mean
/// something else. Read by well-known names they would give a wrong report rather than none: a day's total
/// would be one very long call, batch work would pass for realtime, cents for dollars.
final class OtherExports {
    private static final List<Export> KNOWN = List.of(
            new Export(
                    "OpenAI's usage export, whose rows are totals of a day or an hour",
                    "start_time_iso",
                    "end_time_iso"),
            new Export("OpenAI's batch output, whose calls ran on the batch tier", "custom_id", "response.status_code"),
            new Export(
                    "a Claude Code session, which repeats the tokens of one answer on several lines",
                    "sessionId",
                    "message.usage.input_tokens"),
            new Export("a Codex session, whose lines are events", "payload.info.last_token_usage.input_tokens"),
            new Export("a Codex session, whose lines are events", "payload.cwd", "payload.originator"),
            new Export(
                    "Bedrock's invocation log, which keeps tokens apart for input and output",
                    "schemaType",
                    "modelId",
                    "input.inputContentType"),
            new Export("LangSmith's runs, where a parent repeats its children", "run_type", "dotted_order"),
            new Export("Portkey's export, whose costs are cents", "ai_model", "req_units"));

    private OtherExports() {}

    /// What a file with this head is, and what is different about it; empty where it is none of these.
    static Optional<String> of(Head head) {
        return KNOWN.stream()
                .filter(export -> head.has(export.marks()))
                .map(Export::what)
                .findFirst();
    }

    private record Export(String what, List<String> paths) {
        Export(String what, String... paths) {
            this(what, List.of(paths));
        }

        String[] marks() {
            return paths.toArray(String[]::new);
        }
    }
}
