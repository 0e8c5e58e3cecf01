package dev.batchable.input.billing;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads token kind and tier out of the text of a meter.
///
/// Problem: no bill has a column for them. The words hide in usage types
/// (`…_InputTokenCount_Global_Batch-Units`), meter names (`gpt 4o mini0718 BatchOutp DataZone Tokens`) and line
/// items (`gpt-5, cached input`), in changing order, abbreviated and glued together.
///
/// Method: a text is cut into words at everything that is no letter or digit and at camel humps, and the words
/// are asked for in a fixed order. Tier first, since it stands anywhere. Then cached before output before
/// input: `cached input` is a cache read, and Google's `output token count … short input text` is output.
///
/// Consequence: an unknown spelling gives no kind and no tier, never a wrong one. Which texts may be read as
/// standard when they name no tier is not for the grammar to say.
final class MeterGrammar {
    /// Runs of capitals, capitalised or small words, and numbers with the letter of `4o`, `5m` and `1h`.
    private static final Pattern WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+[a-z](?![a-z])|[0-9]+");

    /// Meter texts of real bills stay below 200 characters; beyond this nothing is looked at, so that a hostile
    /// cell costs no more than an honest one.
    private static final int MAX_CHARS = 512;

    private final List<String> words;

    private MeterGrammar(List<String> words) {
        this.words = words;
    }

    static MeterText read(String text) {
        String head = text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS);
        MeterGrammar grammar = new MeterGrammar(words(head));
        return new MeterText(ModelInText.find(head), grammar.kind(), grammar.tier(), grammar.any("token", "tokens"));
    }

    /// The words of a text in lower case.
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private Tier tier() {
        if (any("provisioned", "reserved", "ptu")) {
            return Tier.PROVISIONED;
        } else if (any("batch", "batches")) {
            return Tier.BATCH;
        } else if (any("flex")) {
            return Tier.FLEX;
        } else if (isFastLane()) {
            return Tier.PRIORITY;
        }
        boolean standard = any("standard", "ondemand") || phrase("on", "demand") || words.equals(List.of("default"));
        return standard ? Tier.STANDARD : Tier.UNKNOWN;
    }

    /// Latency-optimized inference of Bedrock costs more for being sooner, as priority does.
    private boolean isFastLane() {
        return any("priority") || phrase("fast", "mode") || phrase("latency", "optimized");
    }

    private Optional<TokenKind> kind() {
        if (isNoTokenUsage()) {
            return Optional.empty();
        } else if (any("cached", "cchd", "caching") || (any("cache") && !phrase("no", "cache"))) {
            return Optional.of(cacheKind());
        } else if (any("output", "outpt", "outp") || phrase("completion", "tokens")) {
            return Optional.of(TokenKind.OUTPUT);
        } else if (any("input", "inpt", "inp") || phrase("prompt", "tokens")) {
            return Optional.of(TokenKind.INPUT);
        }
        // An embedding model has no other tokens, so its meters need not say so.
        return any("embedding", "embeddings") ? Optional.of(TokenKind.INPUT) : Optional.empty();
    }

    /// Commitments are sold by tokens per minute or by units; cache storage by token-hours.
    private boolean isNoTokenUsage() {
        return any("provisioned", "reserved", "ptu", "tpm", "storage") || phrase("per", "minute");
    }

    private TokenKind cacheKind() {
        if (!any("write", "writes", "creation")) {
            return TokenKind.CACHE_READ;
        }
        return any("1h") || phrase("1", "hour") ? TokenKind.CACHE_WRITE_1H : TokenKind.CACHE_WRITE_5M;
    }

    private boolean any(String... wanted) {
        for (String word : wanted) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean phrase(String... wanted) {
        return Collections.indexOfSubList(words, List.of(wanted)) >= 0;
    }
}
