package dev.batchable.input.billing;

import dev.batchable.input.BillField;
import dev.batchable.input.Row;
import dev.batchable.record.Meter;
import dev.batchable.record.Providers;
import dev.batchable.record.Tier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an Anthropic charge is for. Its bills have columns for that, so only they are read; the descriptions are for
/// people and change. No quantities are billed.
///
/// `service_tier` and `usage_type` name the tier, and `speed` the paid fast mode. The Console's cost export calls
/// all usage `message`, which names none.
final class AnthropicMeter {
    private static final String FAST = "fast";
    private static final String UNGROUPED = "Claude usage, not grouped by description";

    private AnthropicMeter() {}

    static Meter of(Row<BillField> row) {
        Optional<String> model = row.text(BillField.SKU);
        Optional<String> kind = row.text(BillField.SKU_METER);
        return new Meter(
                Providers.ANTHROPIC,
                row.text(BillField.DESCRIPTION).orElseGet(() -> described(row, model, kind)),
                model.map(AnthropicMeter::spelled),
                kind.flatMap(text -> MeterGrammar.read(text).kind()),
                tier(row),
                Optional.empty(),
                row.text(BillField.SERVICE).map(AnthropicMeter::isForTokens).orElse(true));
    }

    /// The other types (`web_search`, `code_execution`, `session_usage`) charge for tools and time, not for models.
    private static boolean isForTokens(String costType) {
        return costType.toLowerCase(Locale.ROOT).startsWith("token");
    }

    /// The Console shows `Claude Haiku 4.5` where the interface says `claude-haiku-4-5`.
    private static String spelled(String model) {
        return model.contains(" ") ? ModelInText.find(model).orElse(model) : model;
    }

    private static Tier tier(Row<BillField> row) {
        boolean fast =
                row.text(BillField.USAGE_TYPE).filter(FAST::equalsIgnoreCase).isPresent();
        return fast
                ? Tier.PRIORITY
                : row.text(BillField.SERVICE_TIER)
                        .map(text -> MeterGrammar.read(text).tier())
                        .orElse(Tier.UNKNOWN);
    }

    private static String described(Row<BillField> row, Optional<String> model, Optional<String> kind) {
        List<String> told = Stream.of(model, kind, row.text(BillField.SERVICE))
                .flatMap(Optional::stream)
                .toList();
        return told.isEmpty() ? UNGROUPED : told.stream().limit(2).collect(Collectors.joining(", "));
    }
}
