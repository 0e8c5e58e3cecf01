package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import dev.batchable.input.BillField;
import dev.batchable.input.BillingFormat;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Nesting;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import java.util.List;
import java.util.Set;

/// Reads OpenAI's organization costs in JSON: pages, several of them one behind the other or in an array, their
/// `data` arrays, lines of buckets, and flattened results ([OpenAiLineItem]).
final class OpenAiCostsFormat implements BillingFormat {
    private static final Nesting PAGES = new Nesting(List.of(Set.of("data"), Set.of("results", "result")));
    private static final String RESULT = "organization.costs.result";

    @Override
    public String id() {
        return "openai-costs";
    }

    @Override
    public String title() {
        return "OpenAI organization costs (costs API, JSON)";
    }

    @Override
    public String url() {
        return "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
                + "/usage/methods/costs";
    }

    @Override
    public boolean claims(Head head) {
        Set<String> seen = PAGES.seenByUnits(head);
        boolean flattened = seen.containsAll(Set.of("start_time", "line_item"))
                && (seen.contains("amount.value") || seen.contains("amount_value"));
        boolean named = head.values().values().stream().anyMatch(kinds -> kinds.contains(RESULT));
        return head.shape() != Head.Shape.CSV && (named || flattened);
    }

    @Override
    public Nesting nesting() {
        return PAGES;
    }

    @Override
    public FieldTable<BillField> fields(Head head) {
        return OpenAiLineItem.TABLE;
    }

    @Override
    public void read(Row<BillField> row, RecordSink sink) throws BadValueException {
        sink.charge(OpenAiLineItem.charge(row));
    }
}
