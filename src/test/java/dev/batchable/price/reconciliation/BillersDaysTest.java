package dev.batchable.price.reconciliation;

import static dev.batchable.record.SampleCall.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.policy.Policy;
import dev.batchable.price.CostMode;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.TestPrices;
import dev.batchable.price.TestWorkload;
import dev.batchable.price.bill.BillBuilder;
import dev.batchable.price.bill.TestBill;
import dev.batchable.price.reconciliation.Reconciliation.ByDay;
import dev.batchable.price.reconciliation.Reconciliation.Reason;
import dev.batchable.profile.Profile;
import dev.batchable.profile.ProfileBuilder;
import dev.batchable.profile.ProfileSettings;
import dev.batchable.record.Request;
import dev.batchable.record.UsageBucket;
import dev.batchable.record.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bills by days of another zone than the report's, beside logs that tell when each call began.
class BillersDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 20);
    private static final LocalDate END = LocalDate.of(2026, 11, 10);
    private static final Duration OFTEN = Duration.ofMinutes(53);

    private final List<Request> requests = new ArrayList<>();
    private final List<UsageBucket> buckets = new ArrayList<>();

    private BillersDaysTest log(String provider, String model, Instant start, long tokens) {
        requests.add(call().provider(provider)
                .model(model)
                .at(start)
                .tokens(tokens, 0)
                .cost(new BigDecimal(tokens).movePointLeft(6).toPlainString())
                .build());
        return this;
    }

    private static Window window(String zone) {
        return new Window(FIRST, END, ZoneId.of(zone));
    }

    private Profile profile(Window window) {
        ProfileSettings settings = new ProfileSettings(window.zone(), Policy.EMPTY, List.of(), TestPrices.book());
        try (ProfileBuilder builder = new ProfileBuilder(settings)) {
            requests.forEach(request -> builder.add(request, Set.of()));
            buckets.forEach(bucket -> builder.add(bucket, Set.of()));
            return builder.build(window);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Reconciliation reconcile(Window window, List<TestBill> lines) {
        BillBuilder bill = new BillBuilder(window.zone());
        lines.stream().map(TestBill::line).forEach(bill::add);
        List<RatedWorkload> rated =
                TestWorkload.rating(CostMode.AUTO).rate(profile(window)).workloads();
        return new Reconciler(TestPrices.book(), window, "USD")
                .reconcile(bill.build(), rated, currency -> Optional.of(BigDecimal.ONE));
    }

    private static TestBill billed(String provider, String model, String zone, LocalDate day, long tokens) {
        Instant start = day.atStartOfDay(ZoneId.of(zone)).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();
        return TestBill.of(
                        provider, model, new BigDecimal(tokens).movePointLeft(6).toPlainString())
                .tokens(tokens)
                .from(start.toString(), Duration.between(start, end));
    }

    /// A call every 53 minutes, each of another size, over both ends of summer time; and the bill that
    /// its provider would make of them.
    @ParameterizedTest
    @CsvSource({
        "UTC, gemini, gemini-9, America/Los_Angeles",
        "UTC, vertex, gemini-9, America/Los_Angeles",
        "Europe/Berlin, openai, gpt-5.6, UTC",
        "Europe/London, openai, gpt-5.6, UTC",
        "Asia/Kolkata, gemini, gemini-9, America/Los_Angeles",
        "America/Los_Angeles, gemini, gemini-9, America/Los_Angeles"
    })
    void laysEveryDayAgainstItself(String report, String provider, String model, String biller) {
        Window window = window(report);
        Map<LocalDate, Long> tokens = new TreeMap<>();
        long size = 1_000;
        for (Instant at = window.start(); at.isBefore(window.end()); at = at.plus(OFTEN)) {
            size += 7;
            log(provider, model, at, size);
            tokens.merge(LocalDate.ofInstant(at, ZoneId.of(biller)), size, Math::addExact);
        }
        List<TestBill> bill = tokens.entrySet().stream()
                .map(day -> billed(provider, model, biller, day.getKey(), day.getValue()))
                .toList();

        Reconciliation found = reconcile(window, bill);

        List<ByDay> days = found.detail().byDay();
        assertThat(days).hasSizeGreaterThanOrEqualTo(21).allMatch(ByDay::exact);
        assertThat(days)
                .allMatch(day -> day.billed().signum() == 0
                        ? day.reason().equals(Optional.of(Reason.DAY_BOUNDARY_SHIFT))
                        : day.difference().signum() == 0 && day.reason().isEmpty());
        assertThat(found.totals().residual()).isZero();
        assertThat(found.totals().loggedAboveBilled()).isZero();
        assertThat(days.stream().map(ByDay::logged).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(logged());
    }

    private BigDecimal logged() {
        return requests.stream()
                .flatMap(request -> request.cost().stream())
                .map(cost -> cost.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// 05:00 UTC on 20 October is still the 19th in California, whose bill is not wholly in the window;
    /// 25 hours later it is still the 20th.
    @Test
    void knowsTheNightBeforeTheWindow() {
        log("gemini", "gemini-9", Instant.parse("2026-10-20T05:00:00Z"), 3_000_000);
        log("gemini", "gemini-9", Instant.parse("2026-10-21T06:00:00Z"), 2_000_000);
        log("gemini", "gemini-9", Instant.parse("2026-10-21T08:00:00Z"), 1_000_000);

        Reconciliation found = reconcile(
                window("UTC"),
                List.of(
                        billed("gemini", "gemini-9", "America/Los_Angeles", FIRST, 2_000_000),
                        billed("gemini", "gemini-9", "America/Los_Angeles", FIRST.plusDays(1), 1_500_000)));

        assertThat(found.detail().byDay())
                .extracting(day -> day.day() + " " + plain(day.billed()) + " " + plain(day.logged()) + " "
                        + day.reason().map(Reason::text).orElse("-"))
                .containsExactly(
                        "2026-10-19 0 3 day boundary shift", "2026-10-20 2 2 -", "2026-10-21 1.5 1 missing logs");
        assertThat(found.totals().loggedAboveBilled()).isZero();
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    @ParameterizedTest
    @CsvSource({"2026-10-21T00:00:00Z, 60, true", "2026-10-21T00:00:00Z, 420, true", "2026-10-21T00:00:00Z, 1440, false"
    })
    void needsBucketsThatLieInOneDayOfTheBiller(Instant start, long minutes, boolean exact) {
        Request like = call().provider("gemini")
                .model("gemini-9")
                .tokens(1_000_000, 0)
                .cost("1")
                .build();
        buckets.add(new UsageBucket(
                start,
                Duration.ofMinutes(minutes),
                like.call(),
                OptionalLong.of(1),
                like.tokens(),
                like.cost(),
                like.caller(),
                like.present()));

        Reconciliation found = reconcile(
                window("UTC"), List.of(billed("gemini", "gemini-9", "America/Los_Angeles", FIRST, 1_000_000)));

        ByDay day = found.detail().byDay().get(0);
        assertThat(day.exact()).isEqualTo(exact);
        assertThat(found.totals().explained()).isEqualByComparingTo("1");
    }

    @Test
    void keepsNothingTwiceWhereTheBillerHasTheDaysOfTheReport() {
        log("openai", "gpt-5.6", Instant.parse("2026-10-20T05:00:00Z"), 1);
        log("gemini", "gemini-9", Instant.parse("2026-10-20T05:00:00Z"), 1);

        assertThat(profile(window("UTC")).workloads())
                .flatExtracting(workload -> workload.usage().byBillersDay().keySet())
                .extracting(key -> key.model().provider())
                .containsExactly(Optional.of("gemini"));
    }
}
