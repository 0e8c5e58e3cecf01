package dev.batchable.input.format;

import dev.batchable.record.Providers;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Names that Vercel's AI SDK writes (<https://ai-sdk.dev/docs/ai-sdk-core/telemetry>).
final class AiSdk {
    /// Spans around the model calls of `….doGenerate`, `….doStream` and `….doEmbed`, with a usage of their own
    /// counting.
    private static final Set<String> WRAPPERS = Set.of(
            "ai.generateText", "ai.streamText", "ai.generateObject", "ai.streamObject", "ai.embed", "ai.embedMany");

    private AiSdk() {}

    /// @param name of a span, with or without the function id that the SDK appends
    static boolean isWrapper(String name) {
        int blank = name.indexOf(' ');
        return WRAPPERS.contains(blank < 0 ? name : name.substring(0, blank));
    }

    /// The provider that a name such as `openai.responses`, `google.vertex.chat` or `amazon-bedrock` stands for;
    /// other names as [Providers] has them.
    static Optional<String> provider(String name) {
        String spelled = name.strip().toLowerCase(Locale.ROOT);
        Optional<String> known = Providers.canonical(spelled);
        if (!known.equals(Optional.of(spelled))) {
            return known;
        }
        if (spelled.contains("vertex")) {
            return Optional.of(Providers.VERTEX);
        }
        if (spelled.contains("bedrock")) {
            return Optional.of(Providers.BEDROCK);
        }
        int dot = spelled.indexOf('.');
        return Providers.canonical((dot < 0 ? spelled : spelled.substring(0, dot)).replace('-', '_'));
    }
}
