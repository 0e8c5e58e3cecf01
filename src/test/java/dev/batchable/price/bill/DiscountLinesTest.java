package dev.batchable.price.bill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DiscountLinesTest {
    private static final TestBill CHARGE =
            TestBill.of("bedrock", "nova-pro", "8.00").tokens(10_000_000).list("8.00");
    private static final TestBill DISCOUNT =
            TestBill.of("bedrock", "nova-pro", "-0.40").category(ChargeCategory.ADJUSTMENT);

    private static Map<ChargeCategory, BillSum> applied(TestBill charge, TestBill discount) {
        BillBuilder bill = new BillBuilder(ZoneOffset.UTC);
        bill.add(charge.line());
        bill.add(discount.line().discountedBy(List.of("EDP discount")));
        return DiscountLines.applied(bill.build()).cells().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().category(), Map.Entry::getValue));
    }

    @Test
    void lowersTheChargeOfTheSameModelAndDay() {
        Map<ChargeCategory, BillSum> sums = applied(CHARGE, DISCOUNT);

        assertThat(sums).containsOnlyKeys(ChargeCategory.USAGE);
        BillSum sum = Objects.requireNonNull(sums.get(ChargeCategory.USAGE));
        assertThat(sum.billed()).isEqualByComparingTo("7.60");
        assertThat(sum.list()).contains(new BigDecimal("8.00"));
        assertThat(sum.tokens()).isEqualByComparingTo("10000000");
        assertThat(sum.discounts()).containsExactly("EDP discount");
        assertThat(sum.lines()).isEqualTo(2);
    }

    @Test
    void leavesADiscountAloneThatTheBillTiesToNoCharge() {
        BillSum charged = Objects.requireNonNull(
                applied(CHARGE.tier(Tier.BATCH), DISCOUNT).get(ChargeCategory.USAGE));
        assertThat(charged.billed()).isEqualByComparingTo("8.00");
        assertThat(applied(CHARGE, DISCOUNT.withoutKind()))
                .containsOnlyKeys(ChargeCategory.USAGE, ChargeCategory.ADJUSTMENT);
    }
}
