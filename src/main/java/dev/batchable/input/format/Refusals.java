package dev.batchable.input.format;

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
                        "OpenTelemetry logs",
                        head -> head.anywhere("resourceLogs") || head.anywhere("scopeLogs"),
                        "none of its events is known to tell a model call whole",
                        "export traces instead (the collector's file exporter in a traces pipeline, format: json)"),
                new Refusal(
                        "a Jaeger trace",
                        head -> head.has("traceID", "processes") && head.anywhere("spans.operationName"),
                        "this older form is not read",
                        "fetch it as OTLP JSON (/api/v3/traces/ID of Jaeger's query service), or send it through a"
                                + " collector with the file exporter, format: json"),
                new Refusal(
                        "a Zipkin trace",
                        head -> head.anywhere("localEndpoint") && head.anywhere("traceId"),
                        "this form is not read",
                        "send it through a collector with the Zipkin receiver and the file exporter, format: json"));
    }
}
