package dev.batchable.input.format;

import dev.batchable.input.Head;
import dev.batchable.input.Refusal;
import java.util.List;

/// Exports that cannot serve, each with the one that can. They are asked about after the formats and before the
/// generic one.
public final class Refusals {
    private Refusals() {}

    public static List<Refusal> all() {
        return List.of(
                new Refusal(
                        "a Langfuse traces export",
                        head -> head.has("id", "timestamp", "bookmarked") && !head.anywhere("usageDetails"),
                        "it holds no tokens and no models",
                        "export the observations instead (Tracing, Observations, Export), or both"),
                new Refusal(
                        "OpenTelemetry metrics",
                        head -> head.anywhere("resourceMetrics"),
                        "sums over all callers do not tell calls apart",
                        "export traces instead (the collector's file exporter in a traces pipeline, format: json)"),
                new Refusal(
                        "a flat copy of Google Cloud's billing table",
                        head -> head.has("billing_account_id", "usage_start_time", "cost")
                                && (head.shape() == Head.Shape.CSV || head.has("credits.amount")),
                        "it has no arrays, so that the cost stands there once for each credit",
                        "export the table as it is (bq extract --destination_format NEWLINE_DELIMITED_JSON)"));
    }
}
