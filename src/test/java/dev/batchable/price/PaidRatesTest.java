package dev.batchable.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.price.TargetRating.Rated;
import dev.batchable.price.TargetRating.Unrated;
import dev.batchable.price.bill.BillBuilder;
import dev.batchable.price.bill.BillTotals;
import dev.batchable.price.bill.TestBill;
import dev.batchable.record.Funding;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Savings at the rates that a bill proves.
class PaidRatesTest {
    private static final long MILLION = 1_000_000;
    /// 2 USD at list prices, 1 USD on batch.
    private static final TestCalls GPT = TestCalls.of("openai", "gpt-5.6").tokens(MILLION, 0);

    private static BillTotals bill(TestBill... lines) {
        BillBuilder builder = new BillBuilder(ZoneOffset.UTC);
        List.of(lines).forEach(line -> builder.add(line.line()));
        return builder.build();
    }

    private static TestBill standard(String usd) {
        return TestBill.of("openai", "gpt-5.6", usd).tokens(MILLION);
    }

    private static RatedWorkload rate(BillTotals bill, TestCalls... calls) {
        RatingOptions options =
                new RatingOptions(Optional.empty(), List.of(), CostMode.AUTO, LocalDate.parse("2026-10-31"));
        return new Rating(TestPrices.book(), options)
                .rate(TestWorkload.profile(TestWorkload.of(calls)), bill)
                .workloads()
                .get(0);
    }

    private static Rated batch(RatedWorkload workload) {
        return (Rated) workload.targets().get(1);
    }

    private static void assertSides(Rated batch, String movable, String target) {
        assertThat(batch.movable()).isEqualByComparingTo(movable);
        assertThat(batch.cost().expected()).isEqualByComparingTo(target);
    }

    @Test
    void savesAtTheRatePaidOnBothSides() {
        RatedWorkload workload = rate(bill(standard("1.70")), GPT.logged("2", "USD"));

        assertSides(batch(workload), "1.70", "0.85");
        assertThat(batch(workload).naive()).isEqualByComparingTo("0.85");
        assertThat(workload.spend().total()).isEqualByComparingTo("2");
        assertThat(batch(workload).assumptions())
                .contains("the bill charges openai/gpt-5.6 standard at 0.85 × what the logs reckon: savings are at the"
                        + " rate paid, on the target too where the bill shows no rate of it; spend stays as logged");
    }

    @Test
    void takesBothRatesFromABillThatShowsBoth() {
        BillTotals bill = bill(standard("1.70"), standard("0.80").tier(Tier.BATCH));

        assertSides(batch(rate(bill, GPT)), "1.70", "0.80");
    }

    @Test
    void keepsAKindOfTokenThatTheBillDoesNotShowAsLogged() {
        // Input 2 at half price, output 8 as priced: 1 + 8, and half of it on batch.
        assertSides(batch(rate(bill(standard("1")), GPT.tokens(MILLION, MILLION))), "9", "4.5");
    }

    @ParameterizedTest
    @CsvSource({"2.0001, 2", "1.9999, 2", "1.9990, 1.999", "2.50, 2.50"})
    void takesAPriceWithinRoundingForTheListPrice(String billed, String movable) {
        assertSides(
                batch(rate(bill(standard(billed)), GPT)),
                movable,
                new BigDecimal(movable).divide(BigDecimal.valueOf(2)).toPlainString());
    }

    @Test
    void takesTheSurchargeOfARegionOnce() {
        TestCalls global = TestCalls.of("azure", "gpt-4.1").tokens(MILLION, 0);
        TestBill bill = TestBill.of("azure", "gpt-4.1", "2.20").tokens(MILLION);
        TestBill mean = TestBill.of("azure", "gpt-4.1", "4.20").tokens(2 * MILLION);

        assertSides(batch(rate(bill(bill), global.region("datazone"))), "2.2", "1.1");
        assertSides(batch(rate(bill(mean), global, global.region("datazone"))), "4.2", "2.1");
    }

    @Test
    void anUntoldTierAtStandardsListPriceIsStandard() {
        TestBill list = standard("2").tier(Tier.UNKNOWN);
        TestBill cheaper = standard("1.50").tier(Tier.UNKNOWN);

        assertSides(batch(rate(bill(list), GPT.logged("1.60", "USD"))), "2", "1");
        assertSides(batch(rate(bill(cheaper), GPT.logged("1.60", "USD"))), "1.60", "0.80");
    }

    @Test
    void savesNothingOnWhatACommitmentCovers() {
        BillTotals half = bill(standard("2"), standard("0").fundedBy(Funding.COMMITTED));
        Rated batch = batch(rate(half, GPT.tokens(2 * MILLION, 0)));

        assertSides(batch, "2", "1");
        assertThat(batch.assumptions())
                .contains("the bill shows 50 % of the tokens of openai/gpt-5.6 covered by a commitment: a move frees"
                        + " capacity, it does not lower the bill");
    }

    @ParameterizedTest
    @CsvSource({"COMMITTED, covered by a commitment", "CREDIT, paid by a credit", "ON_DEMAND, free of charge"})
    void ratesNoMoveWhereNothingIsPaidByTheToken(Funding funding, String words) {
        RatedWorkload workload = rate(bill(standard("0").fundedBy(funding)), GPT);

        assertThat(workload.targets().get(1))
                .isEqualTo(new Unrated(
                        Tier.BATCH,
                        TargetRating.Reason.SUNK,
                        "the bill shows 100 % of the tokens of openai/gpt-5.6 " + words
                                + ": a move frees capacity, it does not lower the bill"));
        assertThat(workload.spend().total()).isEqualByComparingTo("2");
    }

    @Test
    void aCreditForAPartOfALineLeavesTheRest() {
        BillTotals quarter = bill(standard("1.50").list("2").fundedBy(Funding.CREDIT));

        assertSides(batch(rate(quarter, GPT)), "1.50", "0.75");
    }

    @ParameterizedTest
    @CsvSource({
        "1.70, , 1.7, 0.15, DISCOUNT_OFF_THE_CATALOG",
        "1.70, 2.00, 1.7, 0.15, DISCOUNT_ON_THE_BILL",
        "2.0001, , 2.0001, 0, LIST_PRICE",
        "2.20, , 2.2, -0.1, ABOVE_LIST_PRICE"
    })
    void namesARate(String billed, String list, String effective, String discount, BilledRate.Basis basis) {
        TestBill line = list == null ? standard(billed) : standard(billed).list(list);
        BilledRate rate = only(bill(line));

        assertThat(rate.effective()).isEqualByComparingTo(effective);
        assertThat(rate.listed().orElseThrow().perMillion()).isEqualByComparingTo("2");
        assertThat(rate.discount().orElseThrow()).isEqualByComparingTo(discount);
        assertThat(rate.basis()).isEqualTo(basis);
    }

    @ParameterizedTest
    @CsvSource({"2.20, 2.2", "2.0001, 2", ", 2"})
    void tellsTheListPriceOfTheBillWhereTheCatalogHasAnother(String list, String rate) {
        TestBill line = list == null ? standard("2") : standard("2").list(list);

        assertThat(only(bill(line)).listRate().orElseThrow()).isEqualByComparingTo(rate);
    }

    @Test
    void namesARateWithoutAListPrice() {
        BilledRate unknown = only(bill(TestBill.of("openai", "gpt-99", "3").tokens(MILLION)));
        BilledRate untold = only(bill(standard("1.50").tier(Tier.UNKNOWN)));

        assertThat(unknown.basis()).isEqualTo(BilledRate.Basis.NO_LIST_PRICE);
        assertThat(unknown.discount()).isEmpty();
        assertThat(untold.basis()).isEqualTo(BilledRate.Basis.TIER_NOT_TOLD);
        assertThat(untold.discount()).isEmpty();
    }

    @Test
    void leavesWhatIsNotPaidByTheTokenOutOfTheRates() {
        BillTotals bill = bill(
                standard("1.70"),
                standard("0"),
                standard("0.10").fundedBy(Funding.COMMITTED),
                standard("0.10").fundedBy(Funding.CREDIT),
                standard("0.50").kind(TokenKind.OUTPUT).tokens(0));

        assertThat(only(bill).effective()).isEqualByComparingTo("1.7");
    }

    private static BilledRate only(BillTotals bill) {
        List<BilledRate> rates =
                new BilledRates(TestPrices.book(), bill, "USD", currency -> Optional.of(BigDecimal.ONE)).all();
        assertThat(rates).hasSize(1);
        return rates.get(0);
    }
}
