package dev.batchable.input.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.Collected;
import dev.batchable.input.Problem;
import dev.batchable.input.ReadOnce;
import dev.batchable.record.BillingLine;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/// Reads whole bills and sums them.
final class Bills {
    private Bills() {}

    static List<BillingLine> lines(String file) {
        Collected read = ReadOnce.text(file).collected();
        assertThat(read.problems()).extracting(Problem::reason).isEmpty();
        return read.charges();
    }

    static BillingLine only(String file) {
        List<BillingLine> lines = lines(file);
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    static BigDecimal billed(List<BillingLine> lines) {
        return billed(lines, line -> true);
    }

    static BigDecimal billed(List<BillingLine> lines, Tier tier) {
        return billed(lines, line -> line.meter().tier() == tier);
    }

    private static BigDecimal billed(List<BillingLine> lines, Predicate<BillingLine> which) {
        assertThat(lines.stream().map(line -> line.billed().currency()).distinct())
                .hasSizeLessThanOrEqualTo(1);
        return lines.stream()
                .filter(which)
                .map(line -> line.billed().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Header and one line of a sample.
    ///
    /// @param line of the data, counted from 0
    static String row(String sample, int line) {
        List<String> lines = sample.lines().toList();
        return lines.get(0) + "\n" + lines.get(line + 1) + "\n";
    }

    /// One document of a sample with one a line.
    static String json(String sample, int line) {
        return sample.lines().skip(line).findFirst().orElseThrow() + "\n";
    }

    /// A bill with one cell for each column.
    static String bill(String columns, String cells) {
        return columns + "\n" + cells + "\n";
    }

    /// All charges of a text that the format reads without problems.
    static List<BillingLine> charges(String format, String text) {
        List<BillingLine> lines = lines(text);
        assertThat(ReadOnce.text(text).summary().file().format()).isEqualTo(format);
        return lines;
    }
}
