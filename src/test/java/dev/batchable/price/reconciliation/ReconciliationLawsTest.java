package dev.batchable.price.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.price.CostMode;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.TestCalls;
import dev.batchable.price.TestPrices;
import dev.batchable.price.TestWorkload;
import dev.batchable.price.bill.BillBuilder;
import dev.batchable.price.bill.TestBill;
import dev.batchable.price.reconciliation.Reconciliation.ByDay;
import dev.batchable.price.reconciliation.Reconciliation.ByModel;
import dev.batchable.price.reconciliation.Reconciliation.Residual;
import dev.batchable.price.reconciliation.Reconciliation.Share;
import dev.batchable.record.Operation;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds of every reconciliation, whatever bill and logs.
class ReconciliationLawsTest {
    private static final int ROUNDS = 300;

    private final Random random = new Random(20261120);

    @Test
    void everythingSumsToTheBill() {
        for (int round = 0; round < ROUNDS; round++) {
            List<TestBill> lines = IntStream.rangeClosed(0, random.nextInt(12))
                    .mapToObj(i -> anyLine())
                    .toList();
            Reconciliation found = reconcile(lines);
            BigDecimal billed = sum(lines.stream(), line -> line.line().billed().amount());

            assertThat(found.totals().billed()).isEqualByComparingTo(billed);
            assertThat(found.totals().explained().add(found.totals().residual()))
                    .isEqualByComparingTo(billed);
            assertThat(sum(found.residuals().stream(), Residual::amount))
                    .isEqualByComparingTo(found.totals().residual());
            assertDays(found);
            assertAllocation(found);
        }
    }

    private static void assertDays(Reconciliation found) {
        assertThat(sum(found.detail().byDay().stream(), ByDay::billed))
                .isEqualByComparingTo(sum(found.byModel().stream(), ByModel::billed));
        assertThat(sum(found.detail().byDay().stream(), ByDay::logged))
                .isEqualByComparingTo(sum(found.byModel().stream(), ByModel::logged));
        assertThat(sum(found.detail().byDay().stream(), ByDay::explained))
                .isEqualByComparingTo(sum(found.byModel().stream(), ByModel::explained));
    }

    /// To the cent, and no part further from its exact share than a cent.
    private static void assertAllocation(Reconciliation found) {
        BigDecimal shares = sum(found.detail().allocation().byWorkload().stream(), Share::billed);
        BigDecimal rest = sum(found.detail().allocation().unallocated().stream(), Residual::amount);

        assertThat(shares.add(rest))
                .isEqualByComparingTo(found.totals().billed().setScale(2, RoundingMode.HALF_EVEN));
        assertThat(found.detail().allocation().byWorkload())
                .allSatisfy(share -> assertThat(share.billed()).isNotNegative());
        assertThat(shares.subtract(found.totals().explained()).abs()).isLessThanOrEqualTo(new BigDecimal("0.04"));
    }

    private static <T> BigDecimal sum(Stream<T> parts, Function<T, BigDecimal> amount) {
        return parts.map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Reconciliation reconcile(List<TestBill> lines) {
        BillBuilder bill = new BillBuilder(TestWorkload.OCTOBER.zone());
        lines.forEach(line -> bill.add(line.line()));
        TestWorkload[] logs = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> anyWorkload("w" + i))
                .toArray(TestWorkload[]::new);
        List<RatedWorkload> rated = TestWorkload.rating(CostMode.AUTO)
                .rate(TestWorkload.profile(logs))
                .workloads();
        return new Reconciler(TestPrices.book(), TestWorkload.OCTOBER, "USD")
                .reconcile(bill.build(), rated, currency -> Optional.of(BigDecimal.ONE));
    }

    private TestWorkload anyWorkload(String name) {
        TestWorkload workload = new TestWorkload(name);
        IntStream.rangeClosed(0, random.nextInt(4)).forEach(i -> workload.on(anyDay(), anyCalls()));
        return workload;
    }

    private LocalDate anyDay() {
        return LocalDate.of(2026, 10, 3 + random.nextInt(4));
    }

    private TestBill anyLine() {
        List<String> models = List.of("gpt-5.6", "gpt-4o-mini", "gpt-99", "");
        String amount = (random.nextInt(8) == 0 ? "-" : "") + random.nextInt(9) + "." + random.nextInt(1_000_000);
        TestBill line = TestBill.of("openai", models.get(random.nextInt(4)), amount)
                .tier(List.of(Tier.values()).get(random.nextInt(6)))
                .kind(List.of(TokenKind.values()).get(random.nextInt(5)))
                .from(anyDay() + "T00:00:00Z", Duration.ofDays(random.nextInt(8) == 0 ? 9 : 1));
        line = random.nextInt(4) == 0 ? line.withoutKind() : line;
        return random.nextBoolean() ? line.tokens(random.nextInt(3_000_000)) : line;
    }

    private TestCalls anyCalls() {
        TestCalls calls = TestCalls.of(
                        "openai", List.of("gpt-5.6", "gpt-4o-mini", "gpt-99").get(random.nextInt(3)))
                .operation(Operation.CHAT)
                .tier(List.of(Tier.values()).get(random.nextInt(6)))
                .tokens(random.nextInt(3_000_000), random.nextInt(1_000_000));
        return random.nextBoolean() ? calls.logged("0." + random.nextInt(1_000_000), "USD") : calls;
    }
}
