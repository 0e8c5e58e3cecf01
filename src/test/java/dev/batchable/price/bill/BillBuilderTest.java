package dev.batchable.price.bill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.BillingLine;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BillBuilderTest {
    private static final TestBill LINE =
            TestBill.of("openai", "gpt-5.6", "1.25").tokens(1_000);

    private static BillTotals build(ZoneId zone, TestBill... lines) {
        BillBuilder builder = new BillBuilder(zone);
        Stream.of(lines).map(TestBill::line).forEach(builder::add);
        return builder.build();
    }

    @Test
    void sumsHoursOfADayIntoOneCell() {
        BillTotals bill = build(
                ZoneOffset.UTC,
                LINE.from("2026-10-05T00:00:00Z", Duration.ofHours(1)),
                LINE.from("2026-10-05T23:00:00Z", Duration.ofHours(1)).list("2.00"));

        assertThat(bill.cells()).hasSize(1);
        BillSum sum = bill.cells().values().iterator().next();
        assertThat(sum.lines()).isEqualTo(2);
        assertThat(sum.billed()).isEqualByComparingTo("2.50");
        assertThat(sum.tokens()).isEqualByComparingTo("2000");
        assertThat(sum.inCents()).isTrue();
        // One of the lines has no list price, so the sum has none.
        assertThat(sum.list()).isEmpty();
        assertThat(bill.cells().firstKey().end()).isEqualTo("2026-10-06T00:00:00Z");
    }

    @Test
    void takesDaysOfTheReportsZone() {
        BillTotals bill = build(
                ZoneId.of("Europe/Berlin"),
                LINE.from("2026-10-05T21:00:00Z", Duration.ofHours(1)),
                LINE.from("2026-10-05T22:00:00Z", Duration.ofHours(1)));

        assertThat(bill.cells()).hasSize(2);
    }

    @Test
    void keepsAPeriodThatSpansDaysAsItIs() {
        BillTotals bill = build(ZoneOffset.UTC, LINE.from("2026-10-05T08:00:00Z", Duration.ofDays(1)));

        assertThat(bill.cells().firstKey().start()).isEqualTo("2026-10-05T08:00:00Z");
    }

    @Test
    void mergesInAnyOrder() {
        List<BillingLine> lines = List.of(
                LINE.line(),
                LINE.tier(Tier.BATCH).line(),
                LINE.line(),
                LINE.in("EUR").line());
        BillBuilder one = new BillBuilder(ZoneOffset.UTC);
        lines.forEach(one::add);
        BillBuilder left = new BillBuilder(ZoneOffset.UTC);
        BillBuilder right = new BillBuilder(ZoneOffset.UTC);
        right.add(lines.get(3));
        left.add(lines.get(2));
        right.add(lines.get(0));
        left.add(lines.get(1));
        right.merge(left);

        assertThat(right.build()).isEqualTo(one.build());
    }

    @Test
    void keepsCurrenciesApart() {
        BillTotals bill = build(ZoneOffset.UTC, LINE, LINE.in("EUR"), LINE.otherService());

        assertThat(bill.modelUsage().get("EUR")).isEqualByComparingTo("1.25");
        assertThat(bill.isEmpty()).isFalse();
    }

    @Test
    void convertsByTheStatedRateAndLeavesTheRest() {
        BillTotals bill = build(ZoneOffset.UTC, LINE, LINE.in("EUR"), LINE.in("JPY"));

        BillTotals converted = bill.in("EUR", from -> switch (from) {
            case "EUR" -> Optional.of(BigDecimal.ONE);
            case "USD" -> Optional.of(new BigDecimal("0.8"));
            default -> Optional.empty();
        });

        assertThat(converted.modelUsage().get("EUR")).isEqualByComparingTo("2.25");
        assertThat(converted.modelUsage().get("JPY")).isEqualByComparingTo("1.25");
        assertThat(converted.modelUsage()).doesNotContainKey("USD");
    }
}
