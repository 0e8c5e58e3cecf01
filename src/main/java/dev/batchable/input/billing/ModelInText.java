package dev.batchable.input.billing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the model that a meter text names.
///
/// Texts with a fixed build come first, because in them the place proves the name: Bedrock usage types
/// (`USE1-NovaPro-input-tokens`), `model/kind`, OpenAI line items (`model, kind` and `batch api | model`). In
/// all other text a name must begin with a known model family and go on in words that model names are made of.
/// `Claude API` therefore names no model, and an unknown family gives none: unknown, never guessed.
final class ModelInText {
    private static final Pattern USAGE_TYPE = Pattern.compile(
            "(?:[A-Z]{2,4}[0-9]{1,2}-)?+(?!MP:|reserved)(?<model>[A-Za-z][A-Za-z0-9.:-]*?)-(?:mantle-)?(?:input|output|cache)-\\S*");
    private static final Pattern WITH_SLASH =
            Pattern.compile("(?<model>\\S+)/(?:input|output|cache|cached|reasoning)(?:[-_]\\S*)?");
    private static final Pattern WITH_COMMA = Pattern.compile(
            "(?:evals \\| )?(?<model>[A-Za-z0-9][A-Za-z0-9_.:/-]*)(?: [a-z]+)?, (?:cached? |audio |image |text )?"
                    + "(?:input|output|writes|reads)\\S*");
    private static final Pattern OF_BATCH_API = Pattern.compile("batch api \\| (?<model>[A-Za-z0-9][\\w.:/-]*).*");

    private static final Pattern FAMILY =
            Pattern.compile("(?i)(?<![a-z0-9])(?:gpt|chatgpt|o[1-9]|text-embedding|embedding|"
                    + "whisper|tts|sora|claude|gemini|gemma|imagen|veo|llama|mistral|mixtral|ministral|magistral|codestral|"
                    + "pixtral|devstral|voxtral|nova|titan|command|rerank|embed|deepseek|qwen|grok|kimi|glm|minimax|nemotron|"
                    + "jamba|palmyra|phi|sonar)(?![a-z])");
    /// One more part of a name: `-mini`, ` 4.1`, ` BatchOutp`.
    private static final Pattern PART = Pattern.compile("\\G([ _-])([A-Za-z0-9.]+)");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    /// Azure glues a date or a context size onto the size word: `mini0718`, `turbo16K`.
    private static final Pattern GLUED = Pattern.compile("(mini|nano|turbo)([0-9])");
    /// Words that end a name even where a hyphen joins them to it.
    private static final Set<String> ENDINGS =
            setOf("batch flex priority standard cached cchd cache input inpt inp output outpt outp glbl "
                    + "global regnl regional data datazone dzone zone token tokens");
    /// Words that continue a name across a blank.
    private static final Set<String> VARIANTS =
            setOf("mini nano micro lite flash pro premier ultra max plus turbo large medium small "
                    + "sonnet haiku opus maverick scout instruct oss codex coder reasoner preview ada "
                    + "embedding embed r");

    private ModelInText() {}

    private static Set<String> setOf(String words) {
        return Set.of(words.split(" "));
    }

    static Optional<String> find(String text) {
        Matcher batch = OF_BATCH_API.matcher(text);
        if (batch.matches()) {
            return Optional.of(withDots(batch.group("model")));
        }
        for (Pattern built : new Pattern[] {USAGE_TYPE, WITH_SLASH, WITH_COMMA}) {
            Matcher matcher = built.matcher(text);
            if (matcher.matches()) {
                return Optional.of(matcher.group("model"));
            }
        }
        return inProse(text);
    }

    /// OpenAI's batch line items spell `gpt-5.1` as `gpt-5_1`.
    private static String withDots(String model) {
        return model.replaceAll("(?<=[0-9])_(?=[0-9])", ".");
    }

    private static Optional<String> inProse(String text) {
        Matcher family = FAMILY.matcher(text);
        while (family.find()) {
            int end = endOfName(text, endOfRun(text, family.end()));
            String name = text.substring(family.start(), end);
            if (DIGIT.matcher(name).find() || MeterGrammar.words(name).stream().anyMatch(VARIANTS::contains)) {
                return Optional.of(spelled(name));
            }
        }
        return Optional.empty();
    }

    /// To the end of the letters and digits that the family name is glued to: `Llama4`, `Claude3Haiku`.
    private static int endOfRun(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int endOfName(String text, int from) {
        int end = from;
        Matcher part = PART.matcher(text);
        while (part.find(end) && continues(part.group(1), part.group(2))) {
            end = part.end();
        }
        return end;
    }

    private static boolean continues(String separator, String part) {
        List<String> words = MeterGrammar.words(part);
        if (words.stream().anyMatch(ENDINGS::contains)) {
            return false;
        }
        return separator.equals("-")
                || DIGIT.matcher(part).find()
                || words.stream().allMatch(VARIANTS::contains);
    }

    /// One spelling for `gpt-4o-0806` and `gpt 4o 0806`, which are meters of one model.
    private static String spelled(String name) {
        String joined = name.toLowerCase(Locale.ROOT).replaceAll("[ _]", "-").replaceAll("\\.$", "");
        return GLUED.matcher(joined).replaceAll("$1-$2");
    }
}
