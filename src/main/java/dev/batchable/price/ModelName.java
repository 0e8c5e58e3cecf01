package dev.batchable.price;

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
/// written, then without a routing prefix, a version suffix, a date. A longer literal name thus always wins,
/// so that a snapshot with a price of its own keeps it. Suffixes that are neither a date nor a Bedrock
/// version are never dropped: `ft:…`, `-preview` and `-latest` are other models unless the book says
/// otherwise.
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

    ModelName {
        keys = List.copyOf(keys);
    }

    static ModelName of(String spelling) {
        String name = EDITION.matcher(spelling.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        boolean bedrock = name.startsWith("arn:");
        name = bedrock
                ? name.substring(name.lastIndexOf('/') + 1)
                : PATH.matcher(name).replaceFirst("");
        Optional<String> provider = bedrock ? Optional.of(Providers.BEDROCK) : Optional.empty();
        Optional<String> routing = Optional.empty();
        List<String> keys = new ArrayList<>();
        keys.add(key(name));
        for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/')) {
            String segment = name.substring(0, slash);
            Optional<String> known = knownProvider(segment);
            if (known.isEmpty() && !isRoute(segment)) {
                break;
            }
            provider = provider.or(() -> known);
            routing = routing.or(() -> known.isPresent() ? Optional.empty() : Optional.of(segment));
            name = name.substring(slash + 1);
            keys.add(key(name));
        }
        Matcher geo = GEO.matcher(name);
        if (geo.find()) {
            routing = Optional.of(geo.group(1));
            name = name.substring(geo.end());
            keys.add(key(name));
        }
        if (BEDROCK.matcher(name).find()) {
            provider = provider.or(() -> Optional.of(Providers.BEDROCK));
        }
        addShortened(key(name), keys);
        return new ModelName(provider, routing, keys.stream().distinct().toList());
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
            "openrouter");

    private static boolean isRoute(String segment) {
        return ROUTES.contains(segment) || segment.matches("[a-z]{2}(-gov)?-[a-z]+-\\d");
    }
}
