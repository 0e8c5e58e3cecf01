package dev.batchable.render;

import dev.batchable.checklist.Clue;
import dev.batchable.checklist.QuestionId;
import dev.batchable.formats.Abilities;
import dev.batchable.formats.Inspection;
import dev.batchable.input.InputSummary;
import dev.batchable.record.Field;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What one file is, why, how much is in it, and which questions it answers.
public final class InspectionPage {
    private static final int SHOWN_PROBLEMS = 3;

    private final Page page;
    private final Inspection file;

    private InspectionPage(Inspection file, int width) {
        this.page = new Page(width);
        this.file = file;
    }

    public static String of(Inspection file, int width) {
        return new InspectionPage(file, width).text();
    }

    private String text() {
        page.line(file.path());
        label("is", file.format().id() + ": " + file.format().title());
        label("because", because());
        label("units", units());
        problems();
        file.summary().span().ifPresent(span -> label("time", span.first() + " to " + span.last()));
        if (file.bill().isPresent()) {
            bill(file.bill().orElseThrow());
        } else {
            label("fields", fields());
            absent();
            questions();
        }
        return page.toString();
    }

    private void label(String label, String text) {
        page.hanging("  " + Page.padded(label, Page.LABEL), text);
    }

    private String because() {
        String shape = switch (file.shape()) {
            case CSV -> "CSV";
            case JSON_LINES -> "JSON lines";
            case JSON_DOCUMENT -> "a JSON document";
        };
        return file.marks().isEmpty()
                ? shape + " that you assigned to this format"
                : shape + " with " + String.join(", ", file.marks());
    }

    private String units() {
        InputSummary.Counts counts = file.summary().counts();
        List<String> parts = new ArrayList<>();
        parts.add(Phrases.plural(counts.units(), "unit"));
        if (counts.records() > file.parts() || file.parts() == 0) {
            parts.add(
                    Phrases.plural(counts.records() - file.parts(), abilities().holds()));
        }
        if (file.parts() > 0) {
            parts.add(Figures.count(file.parts()) + (file.parts() == 1 ? " part of a call" : " parts of calls"));
        }
        file.summary()
                .ignored()
                .forEach((reason, count) -> parts.add(Figures.count(count) + " ignored (" + reason + ")"));
        parts.add(Phrases.plural(counts.problems(), "problem"));
        return String.join(", ", parts);
    }

    private void problems() {
        file.summary().problems().stream()
                .limit(SHOWN_PROBLEMS)
                .forEach(group ->
                        label("problem", "line " + group.firstLine() + ": " + group.reason() + times(group.count())));
    }

    private static String times(long count) {
        return count == 1 ? "" : " (" + Figures.count(count) + " times)";
    }

    private Abilities abilities() {
        return new Abilities(file.summary().file().kind(), file.fields());
    }

    private String fields() {
        long records = file.summary().counts().records();
        return file.told().entrySet().stream()
                .map(told -> told.getKey().text() + share(told.getValue(), records))
                .collect(Collectors.joining(", "));
    }

    private static String share(long part, long whole) {
        if (part >= whole) {
            return "";
        }
        BigDecimal share = BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL32);
        return " " + Figures.percent(share).replace(" ", "");
    }

    private void absent() {
        String absent = file.format().tells().stream()
                .filter(field -> !file.fields().contains(field))
                .map(Field::text)
                .collect(Collectors.joining(", "));
        if (!absent.isEmpty() && !file.format().tells().containsAll(List.of(Field.values()))) {
            label("absent", absent + "; the format can tell them, this file does not");
        }
    }

    private void questions() {
        page.blank();
        Abilities abilities = abilities();
        for (QuestionId question : QuestionId.values()) {
            List<Clue> missing = abilities.missing(question);
            label(question.id(), "");
            page.hanging("      has    ", abilities.found(question));
            if (!missing.isEmpty()) {
                page.hanging("      lacks  ", Abilities.text(missing));
            }
        }
    }

    private void bill(Inspection.BillFacts bill) {
        label(
                "models",
                Figures.count(bill.model()) + " of " + Figures.count(bill.lines())
                        + " lines are for the use of models");
        label(
                "of these",
                Figures.count(bill.modelled()) + " name a model, " + Figures.count(bill.kinded())
                        + " the kind of token, " + Figures.count(bill.tiered()) + " the tier, "
                        + Figures.count(bill.quantified()) + " count tokens");
    }
}
