package dev.batchable.price.catalog;

import dev.batchable.record.Providers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A model name as logs, gateways and bills spell it, taken apart.
///
/// One model has many names: `claude-haiku-4-5-20251001`, `us.anthropic.claude-haiku-4-5-20251001-v1:0`,
/// `vertex_ai/claude-haiku-4-5@20251001`, `Claude Haiku 4.5 (Amazon Bedrock Edition)`. Names are compared as
/// keys (lower case, every run of other characters one hyphen), tried from the most to the least literal: as
/// written, then without a routing prefix, a version suffix, a date. A longer literal name thus always wins, so
/// that a snapshot with a price of its own keeps it. Suffixes that are neither a date nor a Bedrock version are
/// never dropped: `ft:…`, `-preview` and `-latest` are other models unless the book says otherwise.
///
/// @param provider what the name itself tells of the provider, as LiteLLM prefixes and Bedrock ids do
/// @param routing what the name itself tells of the routing, such as `us` or `global`
/// @param keys candidates, best first
record ModelName(Optional<String> provider, Optional<String> routing, List<String> keys) {
    private static final Pattern GEO = Pattern.compile("^(us-gov|us|eu|apac|global|au|jp|ca)\\.(?=[a-z0-9-]+\\.)");
    private static final Pattern BEDROCK =
            Pattern.compile("^(anthropic|amazon|meta|cohere|mistral|ai21|deepseek|qwen|openai)\\.[a-z]");
    private static final Pattern PATH = Pattern.compile("^(?:.*/)?models/");
    private static final Pattern EDITION = Pattern.compile("\\s*\\([^()]*\\)\\s*$");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern MINOR_VERSION = Pattern.compile("(-v\\d+)-\\d+(-\\d+k)?$");
    private static final Pattern VERSION = Pattern.compile("-v\\d+$");
    private static final Pattern DATE = Pattern.compile("-20\\d\\d(-?)(0[1-9]|1[0-2])\\1(0[1-9]|[12]\\d|3[01])$");
    /// Path segments of LiteLLM names that say how, not what: `bedrock/converse/…`, `azure/us/…`.
    private static final Set<String> ROUTES = Set.of("converse", "invoke", "us", "eu", "global", "global-standard");
    private static final Pattern AWS_REGION = Pattern.compile("[a-z]{2}(-gov)?-[a-z]+-\\d");
    /// Spellings that are their own canonical form, so that a path segment is known for a provider.
    private static final Set<String> KNOWN = Set.of(
            Providers.OPENAI,
            Providers.ANTHROPIC,
            Providers.GEMINI,
            Providers.VERTEX,
            Providers.BEDROCK,
            Providers.AZURE,
            "mistral",
            "groq",
            "xai",
            "deepseek",
            "voyage",
            "cohere",
            "together",
            "fireworks",
            "moonshot",
            "nebius",
            "doubleword",
            "alibaba",
            "openrouter");

    ModelName {
        keys = List.copyOf(keys);
    }

    static ModelName of(String spelling) {
        Unwrapping rest = new Unwrapping(spelling.strip().toLowerCase(Locale.ROOT));
        rest.takeFrame();
        rest.takePath();
        rest.takeGeography();
        addShortened(key(rest.name), rest.keys);
        return new ModelName(
                rest.provider, rest.routing, rest.keys.stream().distinct().toList());
    }

    /// A name from which one wrapping after the other is taken, each telling something.
    private static final class Unwrapping {
        private final List<String> keys = new ArrayList<>();
        private String name;
        private Optional<String> provider = Optional.empty();
        private Optional<String> routing = Optional.empty();

        Unwrapping(String name) {
            this.name = name;
        }

        /// What stands around the whole name: an edition in brackets, an ARN, a resource path.
        void takeFrame() {
            name = EDITION.matcher(name).replaceFirst("");
            if (name.startsWith("arn:")) {
                name = name.substring(name.lastIndexOf('/') + 1);
                provider = Optional.of(Providers.BEDROCK);
            } else {
                name = PATH.matcher(name).replaceFirst("");
            }
            keys.add(key(name));
        }

        /// Segments such as `azure/us/`; others, such as the `openai/` of `groq/openai/gpt-oss-20b`, are tried
        /// both as part of the name and without.
        void takePath() {
            for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/')) {
                String segment = name.substring(0, slash);
                Optional<String> known = knownProvider(segment);
                if (known.isPresent()) {
                    provider = provider.or(() -> known);
                } else if (isRoute(segment)) {
                    routing = routing.or(() -> Optional.of(segment));
                } else {
                    return;
                }
                name = name.substring(slash + 1);
                keys.add(key(name));
            }
        }

        void takeGeography() {
            Matcher geography = GEO.matcher(name);
            if (geography.find()) {
                routing = Optional.of(geography.group(1));
                name = name.substring(geography.end());
                keys.add(key(name));
            }
            if (BEDROCK.matcher(name).find()) {
                provider = provider.or(() -> Optional.of(Providers.BEDROCK));
            }
        }
    }

    /// Whether the name, as written, is that of a snapshot.
    boolean isDated() {
        return DATE.matcher(keys.get(0)).find()
                || DATE.matcher(VERSION.matcher(
                                        MINOR_VERSION.matcher(keys.get(0)).replaceFirst("$1"))
                                .replaceFirst(""))
                        .find();
    }

    static String key(String name) {
        String key = OTHER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
        int start = key.startsWith("-") ? 1 : 0;
        int end = key.endsWith("-") && key.length() > 1 ? key.length() - 1 : key.length();
        return start < end ? key.substring(start, end) : "";
    }

    private static void addShortened(String key, List<String> keys) {
        String minor = MINOR_VERSION.matcher(key).replaceFirst("$1");
        String version = VERSION.matcher(minor).replaceFirst("");
        keys.add(minor);
        keys.add(version);
        keys.add(DATE.matcher(key).replaceFirst(""));
        keys.add(DATE.matcher(version).replaceFirst(""));
    }

    private static Optional<String> knownProvider(String segment) {
        Optional<String> canonical = Providers.canonical(segment);
        return canonical.filter(name -> !name.equals(segment) || KNOWN.contains(name));
    }

    private static boolean isRoute(String segment) {
        return ROUTES.contains(segment) || AWS_REGION.matcher(segment).matches();
    }
}
