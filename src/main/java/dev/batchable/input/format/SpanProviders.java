package dev.batchable.input.format;

import dev.batchable.record.Field;
import dev.batchable.record.Providers;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Who sends the bill for the call of a span.
final class SpanProviders {
    /// The name of the key that a call of OpenRouter came with
    /// (<https://openrouter.ai/docs/guides/features/broadcast/overview>).
    static final String ROUTER_KEY = "openrouter.api_key_name";
    static final String ROUTER_MARKS = "openrouter.provider_name " + ROUTER_KEY;

    /// What the Vercel AI SDK adds to a provider, as in `openai.chat`, `anthropic.messages`, `cohere.textEmbedding`
    /// (<https://ai-sdk.dev/docs/ai-sdk-core/telemetry>).
    private static final Pattern KIND = Pattern.compile(
            "\\.(?:chat|responses|messages|completion|(?:text)?embedding|image|speech|transcription)$",
            Pattern.CASE_INSENSITIVE);

    private SpanProviders() {}

    static Optional<String> of(TrackedRow row) {
        boolean routed = row.path(Field.PROVIDER).contains(Providers.OPENROUTER + '.');
        return row.decoded(Field.PROVIDER, routed ? any -> Optional.of(Providers.OPENROUTER) : SpanProviders::named);
    }

    /// The provider that a name stands for, with or without what the AI SDK adds; of the clouds, whatever serves the
    /// model there (`google.vertex.anthropic`).
    static Optional<String> named(String text) {
        Optional<String> provider = Providers.canonical(KIND.matcher(text).replaceFirst(""));
        return provider.map(name -> cloud(name).orElse(name));
    }

    private static Optional<String> cloud(String name) {
        return Stream.of(Providers.VERTEX, Providers.BEDROCK)
                .filter(name::contains)
                .findFirst();
    }
}
