package dev.batchable.input.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.ReadOnce;
import dev.batchable.record.BillingLine;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.util.List;

/// Charges of small bills.
final class Bills {
    private Bills() {}

    /// All charges of a text that the format reads without problems.
    static List<BillingLine> charges(String format, String text) {
        ReadOnce read = ReadOnce.text(text);
        assertThat(read.result().fileProblems()).isEmpty();
        assertThat(read.collected().problems()).isEmpty();
        assertThat(read.summary().file().format()).isEqualTo(format);
        return read.collected().charges();
    }

    static BigDecimal sum(List<BillingLine> lines) {
        return lines.stream().map(line -> line.billed().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal sum(List<BillingLine> lines, Tier tier) {
        return sum(lines.stream().filter(line -> line.meter().tier() == tier).toList());
    }
}
