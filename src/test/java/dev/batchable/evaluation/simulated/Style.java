package dev.batchable.evaluation.simulated;

import dev.batchable.evaluation.workload.Label;
import dev.batchable.record.Operation;
import dev.batchable.record.Streaming;
import java.util.Optional;

/// What the calls of a program have in common.
///
/// @param input median of the input tokens
/// @param output median of the output tokens
/// @param spread deviation of the logarithm of both: near 0.9 for people, near 0.2 for a template
record Style(
        Label label,
        Streaming streaming,
        Operation operation,
        int input,
        int output,
        double spread,
        Optional<String> agent) {
    /// Medians and spread of the conversation part of Azure's public trace of 2023
    /// (<https://github.com/Azure/AzurePublicDataset>).
    static final Style CHAT = people(1_020, 129);
    /// Medians of the code part of the same trace.
    static final Style COMPLETION = people(1_469, 13).unstreamed();
    /// Assumed: an instruction with a document, answered by a paragraph.
    static final Style JOB = new Style(
            Label.MACHINE, Streaming.UNSTREAMED, Operation.CHAT, 600, 220, 0.3, Optional.of("python-httpx/0.27"));

    private static Style people(int input, int output) {
        return new Style(
                Label.INTERACTIVE, Streaming.STREAMED, Operation.CHAT, input, output, 0.9, Optional.of("node-fetch"));
    }

    Style unstreamed() {
        return new Style(label, Streaming.UNSTREAMED, operation, input, output, spread, agent);
    }

    Style streamed() {
        return new Style(label, Streaming.STREAMED, operation, input, output, spread, agent);
    }

    Style labelled(Label other) {
        return new Style(other, streaming, operation, input, output, spread, agent);
    }

    Style tokens(int in, int out) {
        return new Style(label, streaming, operation, in, out, spread, agent);
    }

    Style by(String userAgent) {
        return new Style(label, streaming, operation, input, output, spread, Optional.of(userAgent));
    }

    Style embedding() {
        return new Style(label, Streaming.UNSTREAMED, Operation.EMBEDDING, input, 0, spread, agent);
    }
}
