package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import dev.batchable.input.BillField;
import dev.batchable.input.BillingFormat;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Meter;
import dev.batchable.record.Money;
import dev.batchable.record.Providers;
import dev.batchable.record.Tier;
import java.util.Optional;

/// Reads OpenRouter's activity by day and model (`openrouter_activity.csv` with the column `Slug`), what was spent of
/// its credits in US dollars. `BYOK Usage` is on the bill of the provider behind it and not on this one. One amount
/// covers input and output together, so that no tokens can be compared; nothing tells the tier.
final class OpenRouterBillFormat implements BillingFormat {

    private static final FieldTable<BillField> TABLE = FieldTable.<BillField>builder()
            .field(BillField.PERIOD_START, "Date")
            .field(BillField.BILLED_COST, "Usage")
            .field(BillField.SKU, "Slug")
            .build();

    @Override
    public String id() {
        return "openrouter-bill";
    }

    @Override
    public String title() {
        return "OpenRouter activity by model (CSV)";
    }

    @Override
    public String url() {
        return "https://openrouter.ai/activity";
    }

    @Override
    public boolean claims(Head head) {
        return head.shape() == Head.Shape.CSV && head.has("Date", "Slug", "Usage", "BYOK Usage");
    }

    @Override
    public FieldTable<BillField> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<BillField> row, RecordSink sink) throws BadValueException {
        Optional<String> model = row.text(BillField.SKU);
        Meter meter = new Meter(
                Providers.OPENROUTER,
                model.orElse("(no model)"),
                model,
                Optional.empty(),
                Tier.UNKNOWN,
                Optional.empty(),
                true);
        sink.charge(Charges.of(row, meter, new Money(Charges.amount(row), Money.USD)));
    }
}
