package dev.batchable.audit;

import static dev.batchable.audit.RandomLog.NOVEMBER;
import static dev.batchable.audit.RandomLog.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.audit.LogRows.Call;
import dev.batchable.audit.RandomLog.Entry;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.price.catalog.PriceFileException;
import dev.batchable.report.AuditReport;
import dev.batchable.report.Estimate;
import dev.batchable.report.SavingReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who pays less on realtime has less to save.
class PriceCutLawTest {
    private static final String POLICY = """
            version: 1
            workloads:
              - {name: w, match: {key: w}, recurring: true,
                 answers: {user_waiting: no, max_latency: 24h, degradation: retry}}
            """;

    @TempDir
    private Path folder;

    private PriceBook prices(String stacking, double input, double cached, double output)
            throws IOException, PriceFileException {
        Path file = folder.resolve("prices.json");
        String read = stacking.equals("stacks") ? "\"cache_read\": \"0.1\"," : "";
        Files.writeString(file, """
                {"schema": "batchable-prices/1", "provider": "openai", "first_party": true,
                 "observed_at": "2026-11-20", "tiers": {
                   "batch": {"endpoint": "POST /v1/batches", "behaviour": "asynchronous", "window": "PT24H",
                     "operations": ["chat"], "stacking": "%s"},
                   "flex": {"endpoint": "service_tier=flex", "behaviour": "synchronous", "window": "PT15M",
                     "expiry": "finished-only", "operations": ["chat"], "stacking": "stacks"}},
                 "models": [{"model": "m", "prices": [
                   {"tier": "standard", "input": "%s", "cache_read": "%s", "output": "%s"},
                   {"tier": ["batch", "flex"], "input": "1", %s "output": "4"}]}]}
                """.formatted(stacking, text(input), text(cached), text(output), read));
        return PriceBook.read(file);
    }

    private static String text(double price) {
        return new BigDecimal(price).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static Optional<SavingReport> saving(PriceBook prices, List<Entry> log) {
        AuditReport report = new Audited(prices, Audited.policy(POLICY), OCTOBER, NOVEMBER).report(RandomLog.text(log));
        return report.workloads().get(0).saving();
    }

    @ParameterizedTest
    @ValueSource(longs = {71, 72, 73, 74, 75, 76, 77, 78})
    void aCutOfRealtimePricesRaisesNoSaving(long seed) throws IOException, PriceFileException {
        Random random = new Random(seed);
        String stacking = seed % 2 == 0 ? "stacks" : "not-documented";
        long input = 100_000L + random.nextInt(900_000);
        Call call =
                Call.of("w", "openai/m", input, random.nextInt(60_000)).cached((long) (input * random.nextDouble()));
        List<Entry> log = OCTOBER.datesUntil(NOVEMBER)
                .map(day -> new Entry(day.atTime(3, 0).toInstant(ZoneOffset.UTC), call))
                .toList();
        double in = 2;
        double cached = 0.2;
        double out = 8;
        SavingReport before = saving(prices(stacking, in, cached, out), log).orElseThrow();
        for (int step = 0; step < 6; step++) {
            in *= 0.6 + 0.4 * random.nextDouble();
            cached *= 0.6 + 0.4 * random.nextDouble();
            out *= 0.6 + 0.4 * random.nextDouble();
            SavingReport after = saving(prices(stacking, in, cached, out), log).orElseThrow();
            assertNotRaised(after.window(), before.window());
            assertNotRaised(after.monthly(), before.monthly());
            before = after;
        }
    }

    private static void assertNotRaised(Estimate after, Estimate before) {
        assertThat(after.low()).isLessThanOrEqualTo(before.low());
        assertThat(after.expected()).isLessThanOrEqualTo(before.expected());
        assertThat(after.high()).isLessThanOrEqualTo(before.high());
    }
}
