package dev.batchable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In which currency a report comes where bill, logs and price list have different ones.
class BillCurrencyTest {
    private static final String BILL = """
            ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,ChargeDescription,\
            ConsumedQuantity,ConsumedUnit,BilledCost,BillingCurrency
            2026-10-01T00:00:00Z,2026-10-02T00:00:00Z,Usage,OpenAI,OpenAI API,gpt-4.1 standard input,1000000,Tokens,\
            1.60,EUR
            """;
    private static final String CALLS = """
            request_id,timestamp,provider,model,input_tokens,output_tokens,key
            r1,2026-10-01T08:00:00Z,openai,gpt-4.1,1000000,0,tags
            """;

    @TempDir
    private Path directory;

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private String rates(String from, String to, String rate) throws IOException {
        return file(
                "batchable.yaml",
                "version: 1\nexchange: [{from: " + from + ", to: " + to + ", rate: " + rate
                        + ", date: 2026-10-01, source: ECB}]\n");
    }

    @Test
    void takesTheBillsWhereLogsTellNoCost() throws IOException {
        Cli.Result result =
                Cli.launch("audit", file("b.csv", BILL), file("c.csv", CALLS), "--policy", rates("USD", "EUR", "0.80"));

        assertThat(result.out()).contains("1.60 EUR billed = 1.60 explained by logs + 0 not explained");
        assertThat(result.out()).contains("1 rate on the bill, 1 at list price.");
    }

    @Test
    void convertsABillIntoThatOfThePriceList() throws IOException {
        Cli.Result result =
                Cli.launch("audit", file("b.csv", BILL), file("c.csv", CALLS), "--policy", rates("EUR", "USD", "1.25"));

        assertThat(result.out()).contains("2.00 USD billed = 2.00 explained by logs + 0 not explained");
    }

    @Test
    void saysWhichRateIsMissing() throws IOException {
        Cli.Result result = Cli.launch("audit", file("b.csv", BILL), file("c.csv", CALLS));

        assertThat(result.out().replaceAll("\\s+", " "))
                .contains("AI usage of 1.60 EUR is billed and compared with nothing, since this report is in USD: give"
                        + " the policy an exchange rate from EUR to USD");
    }

    @Test
    void takesTheBillsWithoutLogs() throws IOException {
        Cli.Result result = Cli.launch("audit", file("b.csv", BILL));

        assertThat(result.out()).contains("1.60 EUR of AI usage");
    }

    @Test
    void refusesOneIntoWhichNothingCanBeConverted() throws IOException {
        Cli.Result result = Cli.launch("audit", file("c.csv", CALLS), "--currency", "GBP");

        assertThat(result.status()).isEqualTo(4);
        assertThat(result.err())
                .contains("--currency GBP: the policy has no exchange rate from USD to GBP; add one under exchange:,"
                        + " or leave the option out");
    }
}
