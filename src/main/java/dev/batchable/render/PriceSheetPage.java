package dev.batchable.render;

import dev.batchable.price.catalog.Alias;
import dev.batchable.price.catalog.Hours;
import dev.batchable.price.catalog.ListedModel;
import dev.batchable.price.catalog.PriceRow;
import dev.batchable.price.catalog.Routing;
import dev.batchable.price.catalog.Source;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// All that is known of one model: its names, the terms of its tiers, every dated price with its source.
final class PriceSheetPage {
    private static final List<Tier> TIERS = List.of(Tier.BATCH, Tier.FLEX, Tier.PRIORITY);
    private static final Comparator<PriceRow.Validity> BY_DAY = Comparator.<PriceRow.Validity, LocalDate>comparing(
                    days -> days.from().orElse(LocalDate.MIN))
            .thenComparing(days -> days.until().orElse(LocalDate.MAX));

    private final ListedModel model;
    private final LocalDate asOf;
    /// In the order of their numbers.
    private final Set<Source> sources = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();

    PriceSheetPage(ListedModel model, LocalDate asOf) {
        this.model = model;
        this.asOf = asOf;
    }

    /// Prices that stand in one line of a table.
    private record Line(Tier tier, String band, String subject, Source source, Optional<String> note) {}

    void on(Page page) {
        page.heading(model.name());
        if (!model.names().isEmpty()) {
            page.labelled("also", String.join(", ", model.names()));
        }
        model.meanings().forEach(alias -> page.labelled("stands for", meaning(alias.target(), alias)));
        model.calledBy().forEach(other -> page.labelled("called", meaning(other.name(), other.meaning())));
        TIERS.stream()
                .filter(tier -> tier != Tier.PRIORITY || !hasPrice(tier))
                .forEach(tier -> model.rule(tier).ifPresent(rule -> page.labelled(tier.id(), TierText.full(rule))));
        model.surcharges().forEach(routing -> page.labelled("region", surcharge(routing)));
        model.hours().ifPresent(hours -> hours.phases().forEach(phase -> page.labelled("hours", phase(phase))));
        periods().forEach((days, rows) -> period(page, days, rows));
        foot(page);
    }

    private boolean hasPrice(Tier tier) {
        return model.rows().stream().anyMatch(row -> row.subject().tier() == tier);
    }

    private static String meaning(String name, Alias alias) {
        return name + " " + days(alias.validity())
                + alias.note().map(note -> " (" + note + ")").orElse("") + ". " + TierText.source(alias.source());
    }

    private static String surcharge(Routing routing) {
        return "every price × " + routing.factor().toPlainString() + " for " + routing.name() + " ("
                + String.join(", ", routing.regions()) + "). " + TierText.source(routing.source());
    }

    private static String phase(Hours.Phase phase) {
        String spans = phase.peak().stream()
                .map(span -> span.from() + "-" + span.until())
                .collect(Collectors.joining(", "));
        String days = phase.days().stream()
                .sorted()
                .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        String except = phase.except().isEmpty()
                ? ""
                : " but "
                        + phase.except().stream()
                                .sorted()
                                .map(LocalDate::toString)
                                .collect(Collectors.joining(", "));
        return "from " + phase.from() + ": peak " + spans + " UTC on " + days + except;
    }

    private Map<PriceRow.Validity, List<PriceRow>> periods() {
        return model.rows().stream()
                .sorted(Comparator.comparing(PriceRow::validity, BY_DAY))
                .collect(Collectors.groupingBy(PriceRow::validity, LinkedHashMap::new, Collectors.toList()));
    }

    private void period(Page page, PriceRow.Validity days, List<PriceRow> rows) {
        page.blank();
        page.line(days(days) + (days.contains(asOf) ? ", in force on " + asOf : ""));
        List<TokenKind> kinds = List.of(TokenKind.values()).stream()
                .filter(kind -> rows.stream().anyMatch(row -> row.subject().kind() == kind))
                .toList();
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.text("  tier and band")));
        kinds.forEach(kind -> columns.add(Table.Column.figures(title(kind))));
        columns.add(Table.Column.text("source"));
        Table table = new Table(columns.toArray(Table.Column[]::new));
        lines(rows).forEach((line, prices) -> table.row(cells(line, kinds, prices)));
        table.lines(page.width()).forEach(page::line);
    }

    private Map<Line, Map<TokenKind, PriceRow>> lines(List<PriceRow> rows) {
        Map<Line, Map<TokenKind, PriceRow>> lines = new LinkedHashMap<>();
        for (PriceRow row : rows) {
            Line line = new Line(
                    row.subject().tier(), row.subject().band(), row.subject().model(), row.source(), row.note());
            lines.computeIfAbsent(line, unseen -> new EnumMap<>(TokenKind.class))
                    .put(row.subject().kind(), row);
        }
        return lines;
    }

    private String[] cells(Line line, List<TokenKind> kinds, Map<TokenKind, PriceRow> prices) {
        List<String> cells = new ArrayList<>();
        cells.add("  " + line.tier().id() + (line.band().equals("base") ? "" : " " + line.band()));
        kinds.forEach(kind -> cells.add(Optional.ofNullable(prices.get(kind))
                .map(row ->
                        row.perMillion().toPlainString() + (row.currency().equals("USD") ? "" : " " + row.currency()))
                .orElse("")));
        cells.add(reference(sources, line.source(), "")
                + line.note().map(note -> " " + reference(notes, note, "n")).orElse(""));
        return cells.toArray(String[]::new);
    }

    private static <T> String reference(Set<T> known, T one, String letter) {
        known.add(one);
        return "[" + letter + (List.copyOf(known).indexOf(one) + 1) + "]";
    }

    private void foot(Page page) {
        page.blank();
        int number = 0;
        for (Source source : sources) {
            page.hanging("[" + ++number + "]  ", TierText.source(source));
        }
        number = 0;
        for (String note : notes) {
            page.hanging("[n" + ++number + "] ", note);
        }
    }

    private static String title(TokenKind kind) {
        return switch (kind) {
            case INPUT -> "input";
            case CACHE_READ -> "read";
            case CACHE_WRITE_5M -> "write 5m";
            case CACHE_WRITE_1H -> "write 1h";
            case OUTPUT -> "output";
        };
    }

    private static String days(PriceRow.Validity days) {
        if (days.from().isEmpty() && days.until().isEmpty()) {
            return "at all times";
        }
        String from = days.from().map(day -> "from " + day).orElse("");
        String until = days.until().map(day -> "until before " + day).orElse("");
        return (from + " " + until).strip();
    }
}
