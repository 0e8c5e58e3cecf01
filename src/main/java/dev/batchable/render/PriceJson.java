package dev.batchable.render;

import dev.batchable.price.catalog.Alias;
import dev.batchable.price.catalog.Hours;
import dev.batchable.price.catalog.ListedModel;
import dev.batchable.price.catalog.PriceRow;
import dev.batchable.price.catalog.QueueCap;
import dev.batchable.price.catalog.Routing;
import dev.batchable.price.catalog.Source;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.record.Operation;
import dev.batchable.record.Tier;
import dev.batchable.report.json.JsonDocument;
import dev.batchable.report.json.JsonOut;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The price catalog for programs, member by member; `docs/prices.md` describes it.
final class PriceJson {
    private static final long SCHEMA_VERSION = 1;

    private PriceJson() {}

    static void write(PricePages pages, OutputStream out) throws IOException {
        JsonDocument.write(pages, PriceJson::pages, out);
    }

    private static void pages(PricePages pages, JsonOut out) {
        out.value("schemaVersion", SCHEMA_VERSION)
                .object(
                        "catalog",
                        pages.catalog(),
                        (catalog, o) -> o.value("version", catalog.version())
                                .value("observedAt", catalog.observedAt())
                                .value("sha256", catalog.sha256()))
                .value("asOf", pages.asOf())
                .objects("models", pages.models(), (model, o) -> model(model, pages.asOf(), o));
    }

    private static void model(ListedModel model, LocalDate asOf, JsonOut out) {
        out.value("provider", model.provider())
                .value("model", model.model())
                .values("names", model.names())
                .objects("standsFor", model.meanings(), (alias, o) -> alias(alias.target(), alias, o))
                .objects("calledBy", model.calledBy(), (name, o) -> alias(name.name(), name.meaning(), o))
                .objects(
                        "tiers",
                        model.tiers().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .toList(),
                        PriceJson::tier)
                .objects("routings", model.surcharges(), PriceJson::routing)
                .objects("hours", model.hours().map(Hours::phases).orElse(List.of()), PriceJson::phase)
                .objects("rows", model.rows(), (row, o) -> row(row, asOf, o));
    }

    private static void alias(String name, Alias alias, JsonOut out) {
        days(alias.validity(), out.value("model", name)).value("note", alias.note());
        out.object("source", alias.source(), PriceJson::source);
    }

    private static JsonOut days(PriceRow.Validity days, JsonOut out) {
        return out.value("from", days.from()).value("until", days.until());
    }

    private static void source(Source source, JsonOut out) {
        out.value("url", source.url())
                .value("observedAt", source.observedAt())
                .value("confidence", source.confidence());
    }

    private static void tier(Map.Entry<Tier, TierRule> tier, JsonOut out) {
        out.value("tier", tier.getKey());
        if (tier.getValue() instanceof TierRule.Offered offered) {
            offered(offered, out.value("offered", true));
        } else if (tier.getValue() instanceof TierRule.NotOffered none) {
            out.value("offered", false)
                    .value("reason", none.reason())
                    .object("source", none.source(), PriceJson::source);
        } else if (tier.getValue() instanceof TierRule.Unknown unknown) {
            out.value("offered", Optional.empty()).value("reason", unknown.reason());
        }
    }

    private static void offered(TierRule.Offered offered, JsonOut out) {
        TierRule.JobLimits limits = offered.limits();
        out.value("endpoint", offered.endpoint())
                .value("behaviour", offered.completion().behaviour())
                .value("windowHours", hours(offered.completion().window()))
                .value("expiry", offered.completion().expiry())
                .value("minRequests", limits.minRequests())
                .value("maxRequests", limits.maxRequests())
                .value("maxBytes", limits.maxBytes())
                .objects("queue", limits.queue(), PriceJson::queue)
                .value("quota", offered.quota())
                .values(
                        "operations",
                        offered.operations().stream()
                                .sorted()
                                .map(Operation::id)
                                .toList())
                .value("stacking", offered.cache().stacking())
                .object("source", offered.source(), PriceJson::source);
    }

    private static BigDecimal hours(Duration time) {
        return BigDecimal.valueOf(time.toMinutes())
                .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }

    private static void queue(QueueCap cap, JsonOut out) {
        out.value("level", cap.level())
                .values("models", cap.models().stream().sorted().toList())
                .value("unit", cap.unit())
                .value("most", cap.most())
                .object("source", cap.source(), PriceJson::source);
    }

    private static void routing(Routing routing, JsonOut out) {
        out.value("name", routing.name())
                .values("regions", routing.regions())
                .value("factor", routing.factor())
                .object("source", routing.source(), PriceJson::source);
    }

    private static void phase(Hours.Phase phase, JsonOut out) {
        out.value("from", phase.from())
                .values("days", phase.days().stream().sorted().toList())
                .values(
                        "peak",
                        phase.peak().stream()
                                .map(span -> span.from() + "-" + span.until())
                                .toList())
                .values("except", phase.except().stream().sorted().toList());
    }

    private static void row(PriceRow row, LocalDate asOf, JsonOut out) {
        out.value("id", row.id())
                .value("model", row.subject().model())
                .value("tier", row.subject().tier())
                .value("band", row.subject().band())
                .value("tokenKind", row.subject().kind())
                .value("perMillion", row.perMillion())
                .value("currency", row.currency());
        days(row.validity(), out)
                .value("inForce", row.validity().contains(asOf))
                .object("source", row.source(), PriceJson::source)
                .value("note", row.note());
    }
}
