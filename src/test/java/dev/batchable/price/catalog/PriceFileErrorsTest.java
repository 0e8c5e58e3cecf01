package dev.batchable.price.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFileErrorsTest {
    private static final String GOOD = """
            {"schema": "batchable-prices/1", "provider": "openai", "observed_at": "2026-11-01",
             "sources": {"page": {"url": "https://example.com", "confidence": "vendor"}},
             "routings": {"eu": {"regions": ["eu"], "factor": "1.1"}},
             "hours": [{"from": "2026-01-01T00:00:00Z", "days": ["monday"], "peak": ["01:00-02:00"]}],
             "tiers": {"batch": {"endpoint": "x", "behaviour": "asynchronous", "window": "PT24H", "max_requests": 10}},
             "models": [{"model": "m", "source": "page", "routings": ["eu"], "prices": [{"tier": "batch", "band": "peak", "input": "1"}]}]}
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "batchable-prices/1"    | "prices/9"              | schema: found 'prices/9', expected "batchable-prices/1"
                    "schema"                | "scheme"                | top level: found no 'schema', expected "batchable-prices/1", or LiteLLM's
                    "observed_at"           | "observedAt"            | top level: found field 'observedAt', expected one of aliases, currency, first_party
                    "2026-11-01"            | "1.11.2026"             | observed_at: found '1.11.2026', expected a date such as 2026-07-30
                    "input": "1"            | "input": "cheap"        | models[0].prices[0].input: found 'cheap', expected a price
                    "input": "1"            | "input": "-1"           | models[0].prices[0].input: found '-1', expected a price that is not negative
                    "input": "1"            | "input": true           | models[0].prices[0].input: found true, expected a price
                    "input": "1"            | "input": "1e999999999"  | models[0].prices[0].input: found '1e999999999', expected a price
                    "input": "1"            | "inputs": "1"           | models[0].prices[0]: found field 'inputs', expected one of band, cache_read
                    "input": "1"            | "note": "n"             | models[0].prices[0]: found no price, expected at least one of input
                    "tier": "batch"         | "tier": "slow"          | models[0].prices[0].tier: found 'slow', expected standard, priority, batch or flex
                    "tier": "batch"         | "tier": ["batch", 7]    | models[0].prices[0].tier[1]: found 7, expected text
                    "band": "peak"          | "band": "200k"          | models[0].prices[0].band: found '200k', expected base, peak, off-peak or
                    "band": "peak"          | "currency": "EURO"      | models[0].prices[0].currency: found 'EURO', expected three letters
                    "band": "peak"          | "from": "2026-02-01", "until": "2026-02-01" | models[0].prices[0]: found from 2026-02-01 until 2026-02-01, expected
                    "source": "page"        | "source": "pages"       | models[0].source: found 'pages', expected a key of 'sources'
                    "routings": ["eu"]      | "routings": ["us"]      | models[0].routings[0]: found 'us', expected a key of 'routings'
                    "model": "m"            | "model": " "            | models[0].model: found ' ', expected text
                    "provider": "openai",   | ""                      | JSON
                    "confidence": "vendor"  | "confidence": "high"    | sources.page.confidence: found 'high', expected vendor, secondary, assumed or user
                    "window": "PT24H"       | "window": "24h"         | tiers.batch.window: found '24h', expected a duration such as PT24H
                    "max_requests": 10      | "max_requests": 0       | tiers.batch.max_requests: found 0, expected a whole number above 0
                    "max_requests": 10      | "offered": "no"         | tiers.batch.offered: found 'no', expected true or false
                    "max_requests": 10      | "hit_retention": ["1"]  | tiers.batch.hit_retention: found ["1"], expected two shares
                    "max_requests": 10      | "operations": ["talk"]  | tiers.batch.operations[0]: found 'talk', expected one of chat, embedding
                    "asynchronous"          | "later"                 | tiers.batch.behaviour: found 'later', expected one of synchronous, asynchronous
                    "batch": {"endpoint"    | "bulk": {"endpoint"     | tiers.bulk: found 'bulk', expected priority, batch or flex
                    "days": ["monday"]      | "days": ["mon"]         | hours[0].days[0]: found 'mon', expected one of monday
                    "01:00-02:00"           | "01:00"                 | hours[0].peak[0]: found '01:00', expected a span in UTC
                    "models": [             | "models": 7, "sources": {"page": {"url": "u"}}, "x": [ | JSON
                    """)
    void saysWhereWhatAndWhatInstead(String good, String bad, String message) {
        Path file = Books.file(directory, "p.json", GOOD.replace(good, bad));
        assertThatThrownBy(() -> PriceBook.read(file))
                .isInstanceOf(PriceFileException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void acceptsWhatTheErrorsAreMadeFrom() throws PriceFileException {
        assertThat(PriceBook.read(Books.file(directory, "p.json", GOOD)).rows()).hasSize(1);
    }

    @Test
    void acceptsTheExampleOfTheDocumentation() throws IOException, PriceFileException {
        String page = Files.readString(Path.of("docs/prices.md"));
        int start = page.indexOf("```json") + "```json".length();
        String example = page.substring(start, page.indexOf("```", start));
        assertThat(PriceBook.read(Books.file(directory, "example.json", example))
                        .rows())
                .extracting(PriceRow::id)
                .contains("anthropic/claude-haiku-4-5/batch/base/output/always");
    }

    @Test
    void refusesTwoPricesForOneDay() {
        refuses(
                GOOD.replace(
                        "\"input\": \"1\"}",
                        "\"input\": \"1\"}, {\"tier\": \"batch\", \"band\": \"peak\", \"input\": \"2\"}"),
                "models[0]: found two prices for the same days, openai/m/batch/peak/input/always and"
                        + " openai/m/batch/peak/input/always, expected an 'until'");
    }

    @Test
    void refusesANameGivenTwice() {
        refuses(
                GOOD.replace("\"models\": [", "\"models\": [{\"model\": \"M\", \"prices\": []}, "),
                "models[1]: found the name 'm', which models[0] has too, expected every name once per provider");
    }

    @Test
    void refusesAModelOfNobody() {
        refuses(
                GOOD.replace("\"provider\": \"openai\", ", ""),
                "models[0]: found no 'provider', here or at the top level");
    }

    @Test
    void saysAtWhichLineAFileIsNoJson() {
        refuses("{\n  \"schema\": oops\n}", "line 2, column");
        refuses("{\"a\": 1, \"a\": 2}", "Duplicate");
        refuses("{} {}", "expected JSON");
        refuses("", "expected");
        refuses("[1, 2]", "no 'schema'");
    }

    @Test
    void saysThatAFileIsMissingOrNoFile() {
        assertThatThrownBy(() -> PriceBook.read(directory.resolve("none.json")))
                .isInstanceOf(PriceFileException.class)
                .hasMessageEndingWith("none.json: path: found no such file, expected a price file; check the path");
        assertThatThrownBy(() -> PriceBook.read(directory)).isInstanceOf(PriceFileException.class);
    }

    @Test
    void survivesAnyFlippedByte() throws IOException {
        byte[] good = GOOD.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Random random = new Random(20261121);
        Path file = directory.resolve("flipped.json");
        for (int i = 0; i < 1_000; i++) {
            byte[] flipped = good.clone();
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
            Files.write(file, flipped);
            try {
                assertThat(PriceBook.read(file).info().version()).isEqualTo("flipped.json");
            } catch (PriceFileException e) {
                assertThat(e).hasMessageStartingWith(file + ": ");
            }
        }
    }

    private void refuses(String content, String message) {
        Path file = Books.file(directory, "p.json", content);
        assertThatThrownBy(() -> PriceBook.read(file))
                .isInstanceOf(PriceFileException.class)
                .hasMessageContaining(message);
    }
}
