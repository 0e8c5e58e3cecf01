package dev.batchable.formats;

import dev.batchable.checklist.Clue;
import dev.batchable.checklist.QuestionId;
import dev.batchable.input.InputSummary.Kind;
import dev.batchable.record.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a kind of file with certain fields can and cannot tell, in words.
public final class Abilities {
    /// A total tells nothing of single calls, whatever it is grouped by.
    private static final Set<Clue> OF_TOTALS = EnumSet.of(Clue.TIMES, Clue.MODELS, Clue.CALLERS);

    private final Kind kind;
    private final Set<Field> told;

    /// @param told the fields that the file or the format tells
    public Abilities(Kind kind, Set<Field> told) {
        this.kind = kind;
        this.told = told;
    }

    /// What one unit is.
    public String holds() {
        return switch (kind) {
            case REQUESTS -> "call";
            case USAGE -> "total";
            case BILLING -> "charge";
        };
    }

    /// The fields by name; what a bill tells instead.
    public String tells() {
        return kind == Kind.BILLING
                ? "what was billed, by day, meter and tier as far as its lines name them"
                : told.stream().map(Field::text).collect(Collectors.joining(", "));
    }

    /// One sentence for each degree of answering.
    public String answers() {
        if (kind == Kind.BILLING) {
            return "none of the questions; it proves the amounts of the logs and shows what they miss";
        }
        if (kind == Kind.USAGE) {
            List<Clue> missing = missing(QuestionId.QUOTA_DOMAIN);
            return "spend and tier share, as far as it is grouped; in part " + QuestionId.QUOTA_DOMAIN.id()
                    + " (without "
                    + text(missing) + ") and, from buckets of an hour or less, " + QuestionId.USER_WAITING.id()
                    + " and "
                    + QuestionId.MAX_LATENCY.id() + "; nothing of single calls";
        }
        List<String> fully = new ArrayList<>();
        List<String> partly = new ArrayList<>();
        List<String> never = new ArrayList<>();
        for (QuestionId question : QuestionId.values()) {
            List<Clue> missing = missing(question);
            if (missing.isEmpty()) {
                fully.add(question.id());
            } else if (missing.size() < Clue.of(question).size()) {
                partly.add(question.id() + " (without " + text(missing) + ")");
            } else {
                never.add(question.id());
            }
        }
        return joined(fully, partly, never);
    }

    /// The clues to a question that are there.
    public String found(QuestionId question) {
        return text(Clue.of(question).stream().filter(this::has).toList());
    }

    public List<Clue> missing(QuestionId question) {
        return Clue.of(question).stream().filter(clue -> !has(clue)).toList();
    }

    public static String text(List<Clue> clues) {
        return clues.isEmpty() ? "-" : clues.stream().map(Clue::text).collect(Collectors.joining(", "));
    }

    private boolean has(Clue clue) {
        return kind != Kind.BILLING && clue.isTold(told) && (kind == Kind.REQUESTS || OF_TOTALS.contains(clue));
    }

    private static String joined(List<String> fully, List<String> partly, List<String> never) {
        List<String> parts = new ArrayList<>();
        if (!fully.isEmpty()) {
            parts.add(String.join(", ", fully));
        }
        if (!partly.isEmpty()) {
            parts.add("in part " + String.join(", ", partly));
        }
        if (!never.isEmpty()) {
            parts.add("not " + String.join(", ", never));
        }
        return String.join("; ", parts);
    }
}
