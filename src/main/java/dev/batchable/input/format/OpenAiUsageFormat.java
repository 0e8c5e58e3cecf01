package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.LogFormat;
import dev.batchable.input.Nesting;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import java.util.List;
import java.util.Set;

/// Reads OpenAI's organization usage in JSON: pages as they come, several of them one behind the other or in an
/// array, their `data` arrays, lines of buckets, and results flattened to one row each ([OpenAiUsage]).
final class OpenAiUsageFormat implements LogFormat {
    /// Some versions of the reference print `result` for `results`.
    private static final Nesting PAGES = new Nesting(List.of(Set.of("data"), Set.of("results", "result")));

    @Override
    public String id() {
        return "openai-usage";
    }

    @Override
    public String title() {
        return "OpenAI organization usage (usage API, JSON)";
    }

    @Override
    public String url() {
        return OpenAiUsage.URL;
    }

    @Override
    public Set<Field> provides() {
        return OpenAiUsage.PROVIDED;
    }

    @Override
    public Scope scope() {
        return Scope.TOTAL;
    }

    /// Pages without any result tell only that they are pages of buckets; they hold nothing either way.
    @Override
    public boolean claims(Head head) {
        if (head.shape() == Head.Shape.CSV || says(head, "organization.costs.")) {
            return false;
        }
        Set<String> seen = PAGES.seenByUnits(head);
        boolean buckets = says(head, "bucket") && seen.containsAll(Set.of("start_time", "end_time"));
        boolean flattened = seen.containsAll(Set.of("start_time", "end_time", "num_model_requests"));
        return says(head, "organization.usage.") || buckets || flattened || head.says("object", "page");
    }

    private static boolean says(Head head, String beginning) {
        return head.values().entrySet().stream()
                .filter(kind -> kind.getKey().equals("object") || kind.getKey().endsWith(".object"))
                .anyMatch(kind -> kind.getValue().stream().anyMatch(value -> value.startsWith(beginning)));
    }

    @Override
    public Nesting nesting() {
        return PAGES;
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return OpenAiUsage.TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        OpenAiUsage.read(row, sink);
    }
}
