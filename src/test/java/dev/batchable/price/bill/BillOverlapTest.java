package dev.batchable.price.bill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.price.bill.BillOverlap.Bill;
import dev.batchable.price.bill.BillOverlap.Control;
import dev.batchable.record.BillingLine;
import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Funding;
import dev.batchable.record.Meter;
import dev.batchable.record.Money;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BillOverlapTest {
    private static Bill bill(String path, String format, BillingLine... lines) {
        BillBuilder builder = new BillBuilder(ZoneOffset.UTC);
        List.of(lines).forEach(builder::add);
        return new Bill(path, format, builder.build());
    }

    private static BillingLine line(int day, String provider, String model, String usd) {
        return line(day, provider, model, Tier.STANDARD, usd);
    }

    private static BillingLine line(int day, String provider, String model, Tier tier, String usd) {
        Instant start = Instant.parse("2026-10-01T00:00:00Z").plus(Duration.ofDays(day));
        Optional<String> name = Optional.of(model).filter(text -> !text.isEmpty());
        return new BillingLine(
                start,
                start.plus(Duration.ofDays(1)),
                ChargeCategory.USAGE,
                false,
                new Meter(provider, "meter", name, name.map(told -> TokenKind.INPUT), tier, Optional.empty(), true),
                Money.usd(usd),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void leavesOutAnAmortisedExportOfActualCosts() {
        BillingLine covered = line(0, "azure", "gpt-5", "0").fundedBy(Funding.COMMITTED);
        BillingLine spread = line(0, "azure", "gpt-5", "8").fundedBy(Funding.COMMITTED);
        BillingLine unused = line(0, "azure", "", "2").fundedBy(Funding.COMMITTED);
        BillingLine paid = line(0, "azure", "gpt-4o", "1");
        BillingLine elsewhere = line(3, "azure", "gpt-5", "8").fundedBy(Funding.COMMITTED);
        BillOverlap.Resolved resolved = BillOverlap.resolve(List.of(
                bill("actual", "azure-ea", covered, paid), bill("amortised", "azure-ea", spread, unused, elsewhere)));

        assertThat(total(resolved)).isEqualByComparingTo("9");
        assertThat(resolved.amortised()).isEqualTo(Map.of("amortised", 2L));
        assertThat(resolved.lines()).isEqualTo(Map.of("amortised", 2L));
        assertThat(resolved.controls()).isEmpty();
    }

    private static BigDecimal total(BillOverlap.Resolved resolved) {
        return resolved.bill().modelUsage().getOrDefault("USD", BigDecimal.ZERO);
    }

    @Test
    void addsBillsOfOneLayoutAsPartsOfOneBill() {
        BillOverlap.Resolved resolved = BillOverlap.resolve(List.of(
                bill("a", "focus", line(0, "openai", "gpt-5", "1")),
                bill("b", "focus", line(0, "openai", "gpt-5", "1"))));
        assertThat(total(resolved)).isEqualByComparingTo("2");
        assertThat(resolved.controls()).isEmpty();
    }

    @Test
    void takesTheUngroupedCostsOfTheSameDaysForTheControl() {
        BillOverlap.Resolved resolved = BillOverlap.resolve(List.of(
                bill("plain", "anthropic-costs", line(0, "anthropic", "", "3.5"), line(1, "anthropic", "", "9")),
                bill(
                        "grouped",
                        "anthropic-costs",
                        line(0, "anthropic", "claude-a", "1"),
                        line(0, "anthropic", "claude-b", "2"))));
        assertThat(total(resolved)).isEqualByComparingTo("12");
        assertThat(resolved.lines()).containsOnlyKeys("plain").containsEntry("plain", 1L);
        assertThat(resolved.controls())
                .containsExactly(
                        new Control("plain", "anthropic", "USD", 1, new BigDecimal("3.5"), new BigDecimal("3")));
    }

    @Test
    void takesTheFinerOfTwoLayoutsAndKeepsOtherProvidersOfOtherDays() {
        BillOverlap.Resolved resolved = BillOverlap.resolve(List.of(
                bill("console", "console", line(0, "openai", "gpt-5", "5"), line(3, "openai", "gpt-5", "7")),
                bill("cloud", "api", line(0, "openai", "gpt-5", "5.01"), line(0, "azure", "gpt-5", "2"))));
        assertThat(total(resolved)).isEqualByComparingTo("14.01");
        assertThat(resolved.controls()).extracting(Control::path).containsExactly("console");
    }

    @Test
    void prefersTheBillThatTellsTheTierThroughout() {
        BillOverlap.Resolved resolved = BillOverlap.resolve(List.of(
                bill(
                        "console",
                        "a-console",
                        line(0, "anthropic", "claude", Tier.UNKNOWN, "3"),
                        line(0, "anthropic", "claude", Tier.BATCH, "1")),
                bill("api", "b-api", line(0, "anthropic", "claude", "3"))));
        assertThat(resolved.controls()).extracting(Control::path).containsExactly("console");
    }

    @Test
    void ranksEachProviderOfABillByItselfAndKeepsTheOthers() {
        Bill cloud = bill(
                "cloud",
                "focus",
                line(0, "anthropic", "", "3"),
                line(0, "bedrock", "nova", "10"),
                line(1, "anthropic", "", "4"));
        Bill api = bill("api", "anthropic-costs", line(0, "anthropic", "claude-a", "3.01"));
        BillOverlap.Resolved resolved = BillOverlap.resolve(List.of(cloud, api));
        assertThat(total(resolved)).isEqualByComparingTo("17.01");
        assertThat(resolved.controls())
                .containsExactly(
                        new Control("cloud", "anthropic", "USD", 1, new BigDecimal("3"), new BigDecimal("3.01")));
    }
}
