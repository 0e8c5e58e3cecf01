package dev.batchable.render;

import dev.batchable.price.catalog.ListedModel;
import dev.batchable.price.catalog.PriceRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One row per price for spreadsheets (RFC 4180, UTF-8).
final class PriceCsv {
    private static final String END_OF_RECORD = "\r\n";
    private static final String TITLES =
            "id,provider,model,priced_model,tier,band,token_kind,price_per_million,currency,"
                    + "from,until,source_url,seen,confidence,note";

    private PriceCsv() {}

    static String text(List<ListedModel> models) {
        StringBuilder csv = new StringBuilder(TITLES).append(END_OF_RECORD);
        models.forEach(model ->
                model.rows().forEach(row -> csv.append(line(model, row)).append(END_OF_RECORD)));
        return csv.toString();
    }

    private static String line(ListedModel model, PriceRow row) {
        PriceRow.Subject subject = row.subject();
        return List.of(
                        CsvCell.of(row.id()),
                        CsvCell.of(model.provider()),
                        CsvCell.of(model.model()),
                        CsvCell.of(subject.model()),
                        CsvCell.of(subject.tier().id()),
                        CsvCell.of(subject.band()),
                        CsvCell.of(subject.kind().id()),
                        CsvCell.of(row.perMillion()),
                        CsvCell.of(row.currency()),
                        day(row.validity().from()),
                        day(row.validity().until()),
                        CsvCell.of(row.source().url()),
                        day(row.source().observedAt()),
                        CsvCell.of(TierText.id(row.source().confidence())),
                        CsvCell.orNone(row.note()))
                .stream()
                .map(CsvCell::text)
                .collect(Collectors.joining(","));
    }

    private static CsvCell day(Optional<LocalDate> day) {
        return CsvCell.orNone(day.map(LocalDate::toString));
    }
}
