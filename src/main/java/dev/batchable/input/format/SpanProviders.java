package dev.batchable.input.format;

import dev.batchable.record.Field;
import dev.batchable.record.Providers;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who sends the bill for the call of a span.
final class SpanProviders {
    /// The name of the key that a call of OpenRouter came with
    /// (<https://openrouter.ai/docs/guides/features/broadcast/overview>).
    static final String ROUTER_KEY = "openrouter.api_key_name";
    static final String ROUTER_MARKS = "openrouter.provider_name " + ROUTER_KEY;

    private static final String ROUTER = "openrouter";
    /// What the Vercel AI SDK adds to a provider: `openai.chat`, `anthropic.messages`.
    private static final Pattern KIND =
            Pattern.compile("\\.(?:chat|responses|messages|completion|embedding|image|speech|transcription)$");

    private SpanProviders() {}

    static Optional<String> of(TrackedRow row) {
        boolean routed = row.path(Field.PROVIDER).contains(ROUTER + '.');
        return row.decoded(Field.PROVIDER, routed ? any -> Optional.of(ROUTER) : SpanProviders::named);
    }

    private static Optional<String> named(String text) {
        return Providers.canonical(KIND.matcher(text).replaceFirst(""));
    }
}
