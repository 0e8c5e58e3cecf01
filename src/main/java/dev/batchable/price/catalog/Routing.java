package dev.batchable.price.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A surcharge on calls that are kept in a region, multiplying every price of a model.
///
/// @param name for row ids, such as `us-only`
/// @param regions spellings of the region or routing it applies to, lower case; a trailing `*` matches any rest
public record Routing(String name, List<String> regions, BigDecimal factor, Source source) {
    public Routing {
        regions = List.copyOf(regions);
    }

    boolean appliesTo(String region) {
        String key = region.toLowerCase(Locale.ROOT);
        return regions.stream()
                .anyMatch(pattern -> pattern.endsWith("*")
                        ? key.startsWith(pattern.substring(0, pattern.length() - 1))
                        : key.equals(pattern));
    }

    PriceRow on(PriceRow row) {
        String why = "list price × " + factor.toPlainString() + " for " + name + " (" + source.url() + ")";
        return new PriceRow(
                row.id() + "@" + name,
                row.subject(),
                Decimals.normal(row.perMillion().multiply(factor)),
                row.currency(),
                row.validity(),
                row.source(),
                Optional.of(row.note().map(note -> note + "; " + why).orElse(why)));
    }
}
