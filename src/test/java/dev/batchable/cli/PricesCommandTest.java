package dev.batchable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.price.catalog.PriceBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PricesCommandTest {
    private static final String CONTRACT = """
            {"schema": "batchable-prices/1", "provider": "anthropic", "observed_at": "2026-11-01",
             "sources": {"contract": {"url": "https://example.com/4711"}},
             "models": [{"model": "claude-haiku-4-5", "source": "contract", "prices": [
               {"tier": "standard", "from": "2026-07-01", "input": "0.8", "output": "4", "note": "as agreed"}]}]}
            """;

    @TempDir
    private Path directory;

    @Test
    void listsEveryModelWithItsPricesOrWhyThereAreNone() {
        Cli.Result result = Cli.launch("prices", "--width", "80");
        assertThat(result.status()).isZero();
        assertThat(result.out().lines().filter(line -> line.matches(".* ([0-9.]+|none|\\?)$")))
                .hasSizeGreaterThanOrEqualTo(PriceBook.embedded().list().all().size());
        assertThat(result.out())
                .contains("prices as of 2026-11-21")
                .containsPattern("claude-haiku-4-5 +1 / 5 +0.5 / 2.5 +none")
                .contains("flex        not offered: the service tiers of Anthropic are standard, priority")
                .containsPattern("gpt-5-chat-latest +until 2026-07-23");
        assertThat(result.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @CsvSource({
        "claude-haiku-4-5-20251001, anthropic/claude-haiku-4-5",
        "us.anthropic.claude-haiku-4-5-20251001-v1:0, bedrock/anthropic.claude-haiku-4-5",
        "vertex_ai/claude-haiku-4-5@20251001, vertex/claude-haiku-4-5",
        "Claude Haiku 4.5, anthropic/claude-haiku-4-5",
        "gpt-5.6, openai/gpt-5.6-sol",
        "openai/gpt-4o, openai/gpt-4o",
        "groq/*20b, groq/openai/gpt-oss-20b",
        "GPT-5.6-L*, openai/gpt-5.6-luna"
    })
    void findsAModelByWhateverALogCallsIt(String spelling, String name) {
        Cli.Result result = Cli.launch("prices", spelling);
        assertThat(result.status()).isZero();
        assertThat(result.out()).containsPattern("(?m)^" + name + "$");
    }

    @Test
    void showsEveryDatedPriceWithItsSource() {
        Cli.Result result = Cli.launch("prices", "openai/gpt-5.6-sol");
        assertThat(result.out())
                .contains("from 2026-08-21 until before 2026-11-22, in force on 2026-11-21")
                .containsPattern("standard >272k +8 +0.8 +10 +30  \\[\\d] \\[n\\d]")
                .contains("https://developers.openai.com/api/docs/pricing.md, seen 2026-08-28, vendor")
                .contains("promotional price, stated to hold at least through 2026-11-21")
                .contains("every price × 1.1 for regional (us, eu)")
                .contains("at most 50,000 requests a job; at most 200 MiB a file; queue by usage tier");
    }

    @Test
    void tellsWhatAMovingNameStoodForAndWhichNamesStoodForAModel() {
        assertThat(Cli.launch("prices", "gpt-4o", "--provider", "openai").out())
                .contains("stands for  gpt-4o-2024-05-13 from 2024-05-13 until before 2024-10-02.")
                .contains("stands for  gpt-4o-2024-08-06 from 2024-10-02.");
        assertThat(Cli.launch("prices", "gpt-4o-2024-08-06", "--provider", "openai")
                        .out())
                .contains("called      gpt-4o from 2024-10-02.");
    }

    @Test
    void namesTheNearestOfAModelItDoesNotKnow() {
        Cli.Result result = Cli.launch("prices", "gpt-5.6-soul");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("no prices of 'gpt-5.6-soul'; the nearest names are gpt-5.6-sol,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prices --provider acme", "prices -o prices.pdf", "prices -o nowhere/prices.csv"})
    void refusesWhatItCannotServe(String line) {
        Cli.Result result = Cli.launch(line.split(" "));
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).startsWith("batchable: ");
    }

    @Test
    void showsThePricesOfAFileAboveTheCatalog() throws IOException {
        Path contract = Files.writeString(directory.resolve("contract.json"), CONTRACT);
        Cli.Result result = Cli.launch("prices", "claude-haiku-4-5-20251001", "--prices", contract.toString());
        assertThat(result.out())
                .contains("from 2026-07-01, in force on 2026-11-21")
                .contains("https://example.com/4711, seen 2026-11-01, user")
                .contains("as agreed");
    }

    @Test
    void writesARowPerPriceAsCsv() throws IOException {
        Path file = directory.resolve("prices.csv");
        Cli.Result result = Cli.launch("prices", "-q", "-o", file.toString());
        assertThat(result.out()).isEmpty();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSizeGreaterThan(3_000);
        assertThat(lines.get(0)).startsWith("id,provider,model,priced_model,tier,band,token_kind,price_per_million");
        assertThat(lines)
                .contains("anthropic/claude-haiku-4-5/batch/base/input/always,anthropic,claude-haiku-4-5,"
                        + "claude-haiku-4-5,batch,base,input,0.5,USD,none,none,"
                        + "https://platform.claude.com/docs/en/about-claude/pricing,2026-10-06,vendor,none");
    }

    @Test
    void writesEverythingAsJson() throws IOException {
        Path file = directory.resolve("prices.json");
        Cli.launch("prices", "--as-of", "2026-11-22", "-q", "-o", file.toString(), "openai/gpt-5.6-sol");
        JsonNode prices = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(prices.get("asOf").stringValue()).isEqualTo("2026-11-22");
        JsonNode model = prices.get("models").get(0);
        assertThat(model.get("model").stringValue()).isEqualTo("gpt-5.6-sol");
        assertThat(model.get("tiers").get(1).get("maxRequests").longValue()).isEqualTo(50_000);
        assertThat(model.get("rows").valueStream())
                .filteredOn(row -> row.get("inForce").booleanValue()
                        && row.get("tier").stringValue().equals("standard")
                        && row.get("tokenKind").stringValue().equals("input"))
                .extracting(row -> row.get("band").stringValue() + " "
                        + row.get("perMillion").decimalValue().toPlainString())
                .containsExactly("base 5", ">272k 10");
    }
}
