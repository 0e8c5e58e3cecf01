package dev.batchable.render;

import dev.batchable.price.catalog.ListedModel;
import dev.batchable.price.catalog.PriceRow;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A line for each model with its prices of a day, provider by provider.
final class PriceTable {
    private static final List<Tier> DEFERRED = List.of(Tier.BATCH, Tier.FLEX);
    /// Bands in the order in which the first that has a price stands for the model.
    private static final List<String> BANDS = List.of("base", "peak", "off-peak");

    private final Map<String, List<ListedModel>> providers = new LinkedHashMap<>();
    private final LocalDate asOf;

    PriceTable(List<ListedModel> models, LocalDate asOf) {
        this.asOf = asOf;
        models.forEach(model -> providers
                .computeIfAbsent(model.provider(), unseen -> new ArrayList<>())
                .add(model));
    }

    void on(Page page) {
        page.paragraph(
                0,
                "Prices are of input / output, in US dollars where no currency is named. none: the provider offers no"
                        + " such tier for the model. ?: no price is documented. 'batchable prices MODEL' shows every"
                        + " price with its dates and source, and why a tier is not offered.");
        providers.forEach((provider, models) -> section(page, provider, models));
    }

    private void section(Page page, String provider, List<ListedModel> models) {
        page.heading(provider + ", " + Phrases.plural(models.size(), "model"));
        DEFERRED.forEach(tier -> page.labelled(tier.id(), tierOf(models, tier)));
        page.blank();
        Table table = new Table(
                Table.Column.text("model"),
                Table.Column.figures("standard"),
                Table.Column.figures("batch"),
                Table.Column.figures("flex"));
        for (ListedModel model : models) {
            table.row(model.model(), cell(model, Tier.STANDARD), cell(model, Tier.BATCH), cell(model, Tier.FLEX));
        }
        table.lines(page.width()).forEach(page::line);
    }

    /// What most models of the provider are told of a tier; exceptions stand with the model.
    private static String tierOf(List<ListedModel> models, Tier tier) {
        List<TierRule> rules =
                models.stream().flatMap(model -> model.rule(tier).stream()).toList();
        return rules.stream()
                .filter(TierRule.Offered.class::isInstance)
                .findFirst()
                .or(() -> rules.stream().findFirst())
                .map(TierText::brief)
                .orElse("");
    }

    private String cell(ListedModel model, Tier tier) {
        Optional<String> price = BANDS.stream()
                .flatMap(band -> price(model, tier, band).stream())
                .findFirst();
        return price.orElseGet(() -> missing(model, tier));
    }

    private Optional<String> price(ListedModel model, Tier tier, String band) {
        Optional<PriceRow> input = model.row(tier, TokenKind.INPUT, band, asOf);
        String suffix = band.equals("base") ? "" : " " + band;
        return input.map(row -> row.perMillion().toPlainString()
                + model.row(tier, TokenKind.OUTPUT, band, asOf)
                        .map(output -> " / " + output.perMillion().toPlainString())
                        .orElse("")
                + (row.currency().equals("USD") ? "" : " " + row.currency())
                + suffix);
    }

    private String missing(ListedModel model, Tier tier) {
        if (model.rule(tier).filter(TierRule.NotOffered.class::isInstance).isPresent()) {
            return "none";
        }
        Optional<LocalDate> ended = tier == Tier.STANDARD ? ended(model) : Optional.empty();
        return ended.map(day -> "until " + day).orElse("?");
    }

    /// The day from which nothing is charged any more, where that lies behind.
    private Optional<LocalDate> ended(ListedModel model) {
        return model.rows().stream()
                .flatMap(row -> row.validity().until().stream())
                .filter(day -> !day.isAfter(asOf))
                .max(Comparator.naturalOrder());
    }
}
