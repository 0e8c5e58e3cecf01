package dev.batchable.input.billing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes out the names of Azure's token meters, so that [MeterGrammar] can read them.
///
/// Problem: a meter name has no more than 50 characters, and each model generation abbreviates in its own way
/// (`gpt 4o 0806 cached Inp glbl`, `GPT 5 cchd Inpt DZone`, `5.4 Batch cd inp Dz`, `56luna LoCo Cd Wr Fl Gl`); the
/// newer ones leave out the family that the meter's subcategory names (`Azure OpenAI GPT5`). The names can be seen at
/// <https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices>.
///
/// Method: abbreviations that stand as words of their own are replaced, which is safe nowhere but here, and the
/// version at the beginning gets its family and one hyphen between its parts.
final class AzureMeterName {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("in", "input"),
            Map.entry("inp", "input"),
            Map.entry("inpt", "input"),
            Map.entry("opt", "output"),
            Map.entry("out", "output"),
            Map.entry("outp", "output"),
            Map.entry("outpt", "output"),
            Map.entry("cd", "cached"),
            Map.entry("cchd", "cached"),
            Map.entry("ccchd", "cached"),
            Map.entry("wr", "write"),
            Map.entry("pp", "priority"),
            Map.entry("fl", "flex"),
            Map.entry("std", "standard"),
            Map.entry("aud", "audio"),
            Map.entry("txt", "text"),
            Map.entry("img", "image"),
            Map.entry("gl", "global"),
            Map.entry("dz", "datazone"),
            Map.entry("rgnl", "regional"));
    private static final Pattern WORD =
            Pattern.compile("[ _-](" + String.join("|", WORDS.keySet()) + ")(?=[ _-]|$)", Pattern.CASE_INSENSITIVE);

    /// A version with what tells the models of one version apart.
    private static final Pattern VERSION = Pattern.compile(
            "(?<family>gpt[ -])?(?<major>[0-9])(?<point>\\.)?(?<minor>[0-9])?"
                    + "(?<variant>(?:[ -]?(?:mini|nano|pro|codex|chat|sol|terra|luna|max|ft))*)(?=[ _-]|$)",
            Pattern.CASE_INSENSITIVE);
    private static final String OPENAI = "openai";
    private static final List<String> FAMILIES = List.of("grok", "deepseek", "llama", "mistral", "kimi", "qwen");

    private AzureMeterName() {}

    static String writtenOut(String meterName, String subCategory) {
        String named = named(meterName, subCategory.toLowerCase(Locale.ROOT));
        return WORD.matcher(named)
                .replaceAll(word -> ' ' + WORDS.getOrDefault(word.group(1).toLowerCase(Locale.ROOT), ""));
    }

    private static String named(String meterName, String subCategory) {
        Matcher version = VERSION.matcher(meterName);
        boolean begins = version.lookingAt();
        if (begins && (version.group("family") != null ? !isGlued(version) : subCategory.contains(OPENAI))) {
            return gpt(version) + meterName.substring(version.end());
        }
        String lower = meterName.toLowerCase(Locale.ROOT);
        return FAMILIES.stream()
                .filter(family -> subCategory.contains(family) && !lower.contains(family))
                .findFirst()
                .map(family -> family + '-' + meterName)
                .orElse(meterName);
    }

    /// `54` for 5.4; but `gpt-35` is what the model is called.
    private static boolean isGlued(Matcher version) {
        return version.group("minor") != null && version.group("point") == null;
    }

    private static String gpt(Matcher version) {
        String minor = version.group("minor");
        String variants = MeterGrammar.words(version.group("variant")).stream()
                .map(word -> '-' + word)
                .collect(Collectors.joining());
        return "gpt-" + version.group("major") + (minor == null ? "" : '.' + minor) + variants;
    }
}
