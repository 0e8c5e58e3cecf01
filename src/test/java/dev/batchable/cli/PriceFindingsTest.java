package dev.batchable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How far prices hold, over whole audits: 60 calls a night of 100,000 input and 10,000 output tokens.
class PriceFindingsTest {
    private static final String POLICY = """
            version: 1
            workloads:
              - name: nightly
                match: {key: nightly}
                answers: {user_waiting: no, max_latency: 24h, degradation: queue, partial_async: whole}
            """;

    @TempDir
    private Path directory;

    private Path calls(String model, String first, int days) throws IOException {
        StringBuilder log = new StringBuilder("timestamp,provider,model,input_tokens,output_tokens,status,key_alias\n");
        LocalDate start = LocalDate.parse(first);
        start.datesUntil(start.plusDays(days)).forEach(day -> {
            for (int minute = 0; minute < 60; minute++) {
                log.append("%sT03:%02d:00Z,openai,%s,100000,10000,200,nightly\n".formatted(day, minute, model));
            }
        });
        return Files.writeString(directory.resolve("calls.csv"), log);
    }

    private List<JsonNode> findings(String id, Path log, String... options) throws IOException {
        Path policy = Files.writeString(directory.resolve("batchable.yaml"), POLICY);
        Path report = directory.resolve("report.json");
        List<String> args = new java.util.ArrayList<>(
                List.of("audit", "-q", "--policy", policy.toString(), "-o", report.toString(), log.toString()));
        args.addAll(List.of(options));
        Cli.Result result = Cli.launch(args.toArray(String[]::new));
        assertThat(result.status()).as(result.err()).isZero();
        return JsonMapper.shared()
                .readTree(Files.readString(report))
                .get("findings")
                .valueStream()
                .filter(finding -> finding.get("id").stringValue().equals(id))
                .toList();
    }

    @Test
    void tellsWhatAPriceThatChangesWithinTheMonthDoesToSpendAndSaving() throws IOException {
        List<JsonNode> changes = findings("price-change", calls("gpt-5.6-sol", "2026-10-01", 31));
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).get("subject").stringValue()).isEqualTo("openai/gpt-5.6-sol");
        assertThat(changes.get(0).get("money").decimalValue()).isEqualByComparingTo("372");
        assertThat(changes.get(0).get("text").stringValue())
                .isEqualTo("From 2026-11-22 on, per million tokens: batch input 2 to 2.5, output 10 to 15; flex input 2"
                        + " to 2.5, output 10 to 15; standard input 4 to 5, output 20 to 30 (assumed: no source states"
                        + " the prices after that day). At the use of the window monthly spend grows by 372.00 USD;"
                        + " the monthly saving of the recommended moves grows by 184.14 USD.");
    }

    @Test
    void looksThirtyDaysAheadOfTheAsOfDayAndNoFurther() throws IOException {
        Path log = calls("gpt-5.6-sol", "2026-10-01", 14);
        assertThat(findings("price-change", log, "--as-of", "2026-10-22")).isEmpty();
        assertThat(findings("price-change", log, "--as-of", "2026-10-23")).hasSize(1);
        assertThat(findings("price-change", log, "--as-of", "2026-11-21")).hasSize(1);
        assertThat(findings("price-change", log, "--as-of", "2026-11-22")).isEmpty();
    }

    @Test
    void tellsThatAPriceEndsWithoutAnotherThatFollows() throws IOException {
        Path prices = Files.writeString(directory.resolve("contract.json"), """
                {"schema": "batchable-prices/1", "provider": "openai", "observed_at": "2026-10-15", "models": [
                  {"model": "house-model", "prices": [
                    {"tier": "standard", "until": "2026-11-15", "input": "2", "output": "10"}]}]}
                """);
        List<JsonNode> changes =
                findings("price-change", calls("house-model", "2026-10-01", 31), "--prices", prices.toString());
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).get("money").isNull()).isTrue();
        assertThat(changes.get(0).get("text").stringValue())
                .contains("standard input 2 to unknown, output 10 to unknown")
                .contains("558.00 USD a month have no known price from then on");
    }

    @Test
    void saysNothingOfPricesThatHold() throws IOException {
        Path log = calls("gpt-4.1", "2026-10-01", 31);
        assertThat(findings("price-change", log)).isEmpty();
        assertThat(findings("catalog-stale", log)).isEmpty();
    }

    @Test
    void tellsWhatWasSpentAfterThePricesWereSeen() throws IOException {
        List<JsonNode> stale = findings("catalog-stale", calls("gpt-4.1", "2026-11-10", 20));
        assertThat(stale).hasSize(1);
        assertThat(stale.get(0).get("subject").stringValue()).isEqualTo("openai");
        assertThat(stale.get(0).get("money").decimalValue()).isEqualByComparingTo(nights(9, "0.28"));
        assertThat(stale.get(0).get("text").stringValue())
                .startsWith("Prices of openai were last seen on 2026-11-20, and calls run to 2026-11-29: 151.20 USD");
    }

    private static BigDecimal nights(int nights, String call) {
        return new BigDecimal(call).multiply(BigDecimal.valueOf(60L * nights));
    }

    @Test
    void takesTheDayOfAPriceFileForThePricesItStates() throws IOException {
        Path prices = Files.writeString(directory.resolve("contract.json"), """
                {"schema": "batchable-prices/1", "provider": "openai", "observed_at": "2026-12-01", "models": [
                  {"model": "gpt-4.1", "prices": [{"tier": "standard", "input": "2", "output": "8"}]}]}
                """);
        Path log = calls("gpt-4.1", "2026-11-10", 20);
        assertThat(findings("catalog-stale", log, "--prices", prices.toString()))
                .isEmpty();
    }
}
