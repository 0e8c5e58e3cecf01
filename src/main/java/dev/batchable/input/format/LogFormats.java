package dev.batchable.input.format;

import dev.batchable.input.LogFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All request-log formats, the most specific first; the first one that claims a file reads it.
public final class LogFormats {
    private LogFormats() {}

    /// Formats of one tool each; asked before the [#generic] one.
    public static List<LogFormat> specific() {
        return List.of(
                new LiteLlmSpendLogsFormat(),
                new LiteLlmLoggingPayloadFormat(),
                new OtlpTracesFormat(),
                new OtelStdoutTraceFormat(),
                new LangfuseFormat(),
                new LangfuseTracesFormat(),
                new OpenRouterGenerationsFormat(),
                new BedrockInvocationsFormat(),
                new ClaudeCodeFormat(),
                new ClaudeCodeTelemetryFormat(),
                new CodexFormat(),
                new LangSmithRunsFormat(),
                new AzureApimLlmFormat(),
                new AzureApimGatewayFormat(),
                new AzureOpenAiDiagnosticsFormat(),
                new VertexRequestResponseFormat(),
                new HeliconeFormat(),
                new DatadogLlmObservabilityFormat(),
                new MlflowTracesFormat(),
                new PortkeyFormat(),
                new CloudflareAiGatewayFormat(),
                new KongAiGatewayFormat(),
                new EnvoyAiGatewayFormat(),
                new WeaveCallsFormat(),
                new OpenAiUsageFormat(),
                new OpenAiUsageCsvFormat(),
                new AnthropicUsageFormat(),
                new AnthropicConsoleTokensFormat(),
                new OpenRouterUsageFormat(),
                new BatchJobsFormat(),
                new OpenAiBatchOutputFormat(),
                new AnthropicBatchResultsFormat(),
                new GeminiBatchOutputFormat(),
                new BedrockBatchOutputFormat(),
                // Last, since others keep such answers in rows of their own.
                new OpenAiChatChunksFormat(),
                new ProviderResponsesFormat());
    }

    /// The format of last resort.
    ///
    /// @param map field → column or path, for names that are not well known; may be empty
    /// @throws IllegalArgumentException for a field that does not exist
    public static LogFormat generic(Map<String, String> map) {
        return new GenericFormat(map);
    }

    public static List<LogFormat> all() {
        return Stream.concat(specific().stream(), Stream.of(generic(Map.of()))).toList();
    }
}
