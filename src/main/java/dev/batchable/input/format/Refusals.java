package dev.batchable.input.format;

import dev.batchable.input.Refusal;
import java.util.List;

/// Exports that cannot serve, each with the one that can. They are asked about after the formats and before the
/// generic one.
public final class Refusals {
    private static final String BATCH_SPEND =
            "give the bill as well (AWS Data Exports, FOCUS), which tells what ran as batch, and the model invocation"
                    + " logs for the calls that did not";

    private Refusals() {}

    public static List<Refusal> all() {
        return List.of(
                new Refusal(
                        "a Langfuse traces export",
                        head -> head.has("id", "timestamp", "bookmarked") && !head.anywhere("usageDetails"),
                        "it holds no tokens and no models",
                        "export the observations instead (Tracing, Observations, Export), or both"),
                new Refusal(
                        "the output of a Bedrock batch job",
                        head -> head.has("recordId", "modelInput"),
                        "it does not tell when its calls were made, and they ran at the batch price already",
                        BATCH_SPEND),
                new Refusal(
                        "the manifest of a Bedrock batch job",
                        head -> head.has("totalRecordCount", "processedRecordCount"),
                        "it sums up the records of the *.jsonl.out files beside it, and tells neither model nor time",
                        BATCH_SPEND),
                new Refusal(
                        "OpenTelemetry metrics",
                        head -> head.anywhere("resourceMetrics"),
                        "sums over all callers do not tell calls apart",
                        "export traces instead (the collector's file exporter in a traces pipeline, format: json)"));
    }
}
