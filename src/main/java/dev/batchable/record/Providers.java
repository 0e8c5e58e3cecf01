package dev.batchable.record;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Canonical provider names: who sends the bill. Spellings come from OpenTelemetry `gen_ai.provider.name` and
/// its deprecated `gen_ai.system`, LiteLLM `custom_llm_provider`, other gateways, and plain usage.
public final class Providers {
    public static final String OPENAI = "openai";
    public static final String ANTHROPIC = "anthropic";
    public static final String GEMINI = "gemini";
    public static final String VERTEX = "vertex";
    public static final String BEDROCK = "bedrock";
    public static final String AZURE = "azure";
    public static final String OPENROUTER = "openrouter";

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("openai", OPENAI),
            Map.entry("text-completion-openai", OPENAI),
            Map.entry("anthropic", ANTHROPIC),
            Map.entry("gemini", GEMINI),
            Map.entry("gcp.gemini", GEMINI),
            Map.entry("google", GEMINI),
            Map.entry("google_genai", GEMINI),
            Map.entry("google.generative-ai", GEMINI),
            Map.entry("google_ai_studio", GEMINI),
            Map.entry("gcp.gen_ai", GEMINI),
            Map.entry("vertex", VERTEX),
            Map.entry("vertex_ai", VERTEX),
            Map.entry("vertexai", VERTEX),
            Map.entry("google_vertexai", VERTEX),
            Map.entry("google.vertex", VERTEX),
            Map.entry("vertex.anthropic", VERTEX),
            Map.entry("vertex_ai_beta", VERTEX),
            Map.entry("gcp.vertex_ai", VERTEX),
            Map.entry("google_vertex_ai", VERTEX),
            Map.entry("bedrock", BEDROCK),
            Map.entry("bedrock_converse", BEDROCK),
            Map.entry("aws.bedrock", BEDROCK),
            Map.entry("aws_bedrock", BEDROCK),
            Map.entry("amazon_bedrock", BEDROCK),
            Map.entry("amazon-bedrock", BEDROCK),
            Map.entry("aws", BEDROCK),
            Map.entry("amazon bedrock", BEDROCK),
            Map.entry("azure", AZURE),
            Map.entry("azure_ai", AZURE),
            Map.entry("azure_openai", AZURE),
            Map.entry("azure-openai", AZURE),
            Map.entry("azure.ai.openai", AZURE),
            Map.entry("azure.ai.inference", AZURE),
            Map.entry("az.ai.openai", AZURE),
            Map.entry("az.ai.inference", AZURE),
            Map.entry("mistral", "mistral"),
            Map.entry("mistral_ai", "mistral"),
            Map.entry("mistralai", "mistral"),
            Map.entry("xai", "xai"),
            Map.entry("x_ai", "xai"),
            Map.entry("grok", "xai"),
            Map.entry("groq", "groq"),
            Map.entry("together_ai", "together"),
            Map.entry("togetherai", "together"),
            Map.entry("fireworks_ai", "fireworks"),
            Map.entry("moonshot", "moonshot"),
            Map.entry("moonshot_ai", "moonshot"),
            Map.entry("moonshotai", "moonshot"),
            Map.entry("kimi", "moonshot"),
            Map.entry("dashscope", "alibaba"),
            Map.entry("alibaba_cloud", "alibaba"),
            Map.entry("deepseek", "deepseek"),
            Map.entry("cohere", "cohere"),
            Map.entry("cohere_chat", "cohere"),
            Map.entry("voyage", "voyage"),
            Map.entry("voyageai", "voyage"),
            Map.entry("openrouter", OPENROUTER),
            Map.entry("vercel", "vercel"),
            Map.entry("vercel_ai_gateway", "vercel"),
            Map.entry("zhipu", "zhipu"),
            Map.entry("zhipuai", "zhipu"),
            Map.entry("bigmodel", "zhipu"));

    private Providers() {}

    /// Whether a spelling is that of a provider known by name.
    public static boolean isKnown(String spelling) {
        return canonical(spelling).filter(SPELLINGS.values()::contains).isPresent();
    }

    /// The canonical name of a spelling, `-` and `_` being one, or the spelling itself in lower case where it
    /// is not known; empty for blank text.
    public static Optional<String> canonical(String spelling) {
        String key = spelling.strip().toLowerCase(Locale.ROOT);
        String known = SPELLINGS.get(key);
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(known != null ? known : SPELLINGS.getOrDefault(key.replace('-', '_'), key));
    }
}
