package dev.batchable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A log that names an alias, and a bill that names what it stood for.
class AliasJoinTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final String TITLES = "BilledCost,BillingCurrency,ChargeCategory,ChargePeriodStart,ChargePeriodEnd,"
            + "ConsumedQuantity,ConsumedUnit,ProviderName,ServiceName,SkuMeter,ChargeDescription\n";

    @TempDir
    private Path directory;

    private Path calls(String provider, String model) throws IOException {
        StringBuilder log = new StringBuilder("timestamp,provider,model,input_tokens,output_tokens,status,key_alias\n");
        for (int day = 0; day < 31; day++) {
            log.append(
                    "%sT03:00:00Z,%s,%s,1000000,100000,200,nightly\n".formatted(FIRST.plusDays(day), provider, model));
        }
        return Files.writeString(directory.resolve("calls.csv"), log);
    }

    private Path bill(String provider, String model, String input, String output) throws IOException {
        StringBuilder bill = new StringBuilder(TITLES);
        for (int day = 0; day < 31; day++) {
            bill.append(line(provider, FIRST.plusDays(day), model + "/input", 1_000_000, new BigDecimal(input)));
            bill.append(line(provider, FIRST.plusDays(day), model + "/output", 100_000, new BigDecimal(output)));
        }
        return Files.writeString(directory.resolve("bill.csv"), bill);
    }

    private static String line(String provider, LocalDate day, String meter, long tokens, BigDecimal price) {
        BigDecimal cost = price.multiply(BigDecimal.valueOf(tokens)).movePointLeft(6);
        return "%s,USD,Usage,%sT00:00:00Z,%sT00:00:00Z,%d,Tokens,%s,%s API,%s,%s\n"
                .formatted(cost.toPlainString(), day, day.plusDays(1), tokens, provider, provider, meter, meter);
    }

    private JsonNode reconciliation(Path log, Path bill) throws IOException {
        Path report = directory.resolve("report.json");
        Cli.Result result = Cli.launch("audit", "-q", "-o", report.toString(), log.toString(), bill.toString());
        assertThat(result.status()).as(result.err()).isZero();
        return JsonMapper.shared().readTree(Files.readString(report)).get("reconciliation");
    }

    @Test
    void explainsTheBillOfASnapshotByCallsUnderItsAlias() throws IOException {
        JsonNode found = reconciliation(calls("openai", "gpt-4o"), bill("OpenAI", "gpt-4o-2024-08-06", "2.5", "10"));
        assertThat(found.get("byModel")).hasSize(1);
        assertThat(found.get("byModel").get(0).get("model").stringValue()).isEqualTo("gpt-4o-2024-08-06");
        assertThat(found.get("billed").decimalValue()).isEqualByComparingTo("108.5");
        assertThat(found.get("explained").decimalValue()).isEqualByComparingTo("108.5");
    }

    @Test
    void keepsTheBillOfAnotherSnapshotApart() throws IOException {
        JsonNode found = reconciliation(calls("openai", "gpt-4o"), bill("OpenAI", "gpt-4o-2024-11-20", "2.5", "10"));
        assertThat(found.get("explained").decimalValue()).isZero();
        assertThat(found.get("residual").decimalValue()).isEqualByComparingTo("108.5");
    }
}
