package dev.batchable.input.format;

import dev.batchable.input.Head;
import dev.batchable.input.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Exports that cannot serve, each with the one that can. They are asked about after the formats and before the
/// generic one.
public final class Refusals {
    private static final Refusal TRACES_ALONE = new Refusal(
            "a Langfuse traces export",
            LangfuseTracesFormat::isTrace,
            "it holds no tokens and no models",
            "export the observations instead (Tracing, Observations, Export), or both");

    private Refusals() {}

    public static List<Refusal> all() {
        return Stream.of(telemetry(), records(), bedrockBatches(), otherBatches())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Refusal> telemetry() {
        return List.of(
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

    private static List<Refusal> records() {
        return List.of(
                new Refusal(
                        "a Cloudflare AI Gateway Logpush file",
                        head -> head.has("Gateway", "Provider", "Model", "StatusCode"),
                        "it tells neither when a call was nor, outside its encrypted bodies, how many tokens it took",
                        "fetch the gateway's logs from the API (GET …/ai-gateway/gateways/{gateway_id}/logs)"),
                new Refusal(
                        "a flat copy of Google Cloud's billing table",
                        head -> head.has("billing_account_id", "usage_start_time", "cost")
                                && (head.shape() == Head.Shape.CSV || head.has("credits.amount")),
                        "it has no arrays, so that the cost stands there once for each credit",
                        "export the table as it is (bq extract --destination_format NEWLINE_DELIMITED_JSON)"));
    }

    private static List<Refusal> bedrockBatches() {
        return List.of(
                new Refusal(
                        "the output of a Bedrock batch job",
                        BedrockBatchOutputFormat::isOutput,
                        "its lines tell neither time nor model",
                        "write both into each line (jq -c '. + {timestamp: \"2026-10-05T08:00:00Z\", modelId:"
                                + " \"amazon.nova-lite-v1:0\"}', as `aws bedrock get-model-invocation-job` tells them)"),
                new Refusal(
                        "the manifest of a Bedrock batch job",
                        head -> head.has("totalRecordCount", "processedRecordCount"),
                        "it sums up the records of the *.jsonl.out files beside it, and tells neither model nor time",
                        "give those files instead"));
    }

    private static List<Refusal> otherBatches() {
        return List.of(
                new Refusal(
                        "the input file of an OpenAI batch",
                        head -> head.has("custom_id", "url", "body"),
                        "its requests are not answered yet, so it holds neither tokens nor times",
                        "give the batch's output file instead (its output_file_id)"),
                new Refusal(
                        "a file of Anthropic batch results",
                        AnthropicBatchResultsFormat::isResults,
                        "its lines tell no time",
                        timed("created_at", "the batch's created_at")),
                new Refusal(
                        "a file of Gemini batch results",
                        ProviderAnswerMarks::isGeminiBatch,
                        "its lines tell no time",
                        timed("processed_time", "the batch's createTime")));
    }

    private static String timed(String key, String time) {
        return "write " + time + " into each line (jq -c '. + {" + key + ": \"2026-10-05T08:00:00Z\"}'), and read that";
    }

    /// What to tell where nothing else was read than exports of a format that only adds to calls told elsewhere.
    ///
    /// @param format its id
    public static Optional<Refusal> alone(String format) {
        return Optional.of(TRACES_ALONE).filter(refusal -> format.equals(LangfuseTracesFormat.ID));
    }

    /// What else to give where a log was read that tells of most calls only beside another one.
    ///
    /// @param formats ids of all formats that were read
    public static Optional<String> companion(Set<String> formats) {
        boolean lonely = formats.contains(AzureApimGatewayFormat.ID) && !formats.contains(AzureApimLlmFormat.ID);
        return lonely
                ? Optional.of("the gateway log of API Management tells of model calls only where they failed, or bodies"
                        + " were logged; give its log of language models (ApiManagementGatewayLlmLog) as well")
                : Optional.empty();
    }
}
