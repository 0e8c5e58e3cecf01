package dev.batchable.price.catalog;

import static dev.batchable.price.catalog.Books.EMBEDDED;
import static dev.batchable.price.catalog.Books.TODAY;
import static dev.batchable.price.catalog.Books.decimal;
import static dev.batchable.price.catalog.Books.file;
import static dev.batchable.price.catalog.Books.price;
import static dev.batchable.price.catalog.Books.ref;
import static dev.batchable.price.catalog.Books.unpriced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.profile.RatingScheme;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AliasTest {
    private static final ModelRef LATEST = ref("acme", "big-latest");
    private static final LocalDate EARLY = LocalDate.of(2026, 1, 10);
    private static final LocalDate BETWEEN = LocalDate.of(2026, 3, 5);
    private static final LocalDate LATE = LocalDate.of(2026, 4, 1);
    private static final String FILE = """
            {"schema": "batchable-prices/1", "provider": "acme", "observed_at": "2026-05-01",
             "routings": {"eu": {"regions": ["eu"], "factor": "1.1"}},
             "aliases": [
               {"alias": "big-latest", "target": "big-1", "until": "2026-03-01"},
               {"alias": "big-latest", "target": "big-2", "from": "2026-03-10"}],
             "models": [
               {"model": "big-1", "not_offered": {"flex": "none", "batch": "none"}, "prices": [
                 {"tier": "standard", "input": "3", "output": "9"}]},
               {"model": "big-2", "routings": ["eu"], "not_offered": {"flex": "none"}, "prices": [
                 {"tier": "standard", "until": "2026-05-01", "input": "2", "output": "6"},
                 {"tier": "standard", "from": "2026-05-01", "input": "4", "output": "12"},
                 {"tier": "batch", "input": "1", "output": "3"}]}]}
            """;

    @TempDir
    Path directory;

    private PriceBook book = EMBEDDED;

    @BeforeEach
    void readPrices() throws PriceFileException {
        book = PriceBook.read(file(directory, "acme.json", FILE));
    }

    private Quote quote(Tier tier, LocalDate day) {
        return book.quote(LATEST, tier, TokenKind.INPUT, RatingScheme.BASE, day);
    }

    private Optional<String> name(PriceBook named) {
        return named.resolve(LATEST).map(Resolution::model);
    }

    @Test
    void costsWhatItStoodForOnTheDay() {
        assertThat(price(book, LATEST, Tier.STANDARD, TokenKind.INPUT, EARLY)).isEqualTo(decimal("3"));
        assertThat(price(book, LATEST, Tier.STANDARD, TokenKind.INPUT, LATE)).isEqualTo(decimal("2"));
        assertThat(price(book, LATEST, Tier.STANDARD, TokenKind.INPUT, LATE.plusMonths(2)))
                .isEqualTo(decimal("4"));
        assertThat(unpriced(quote(Tier.BATCH, EARLY)).reason()).isEqualTo("acme/big-1: no batch tier, none");
        assertThat(quote(Tier.BATCH, LATE)).isInstanceOf(Quote.Priced.class);
    }

    @Test
    void hasNoPriceWhileItsTargetIsNotKnown() {
        assertThat(unpriced(quote(Tier.STANDARD, BETWEEN)).kind()).isEqualTo(Quote.Reason.NO_PRICE);
    }

    @Test
    void namesTheRowsOfItsTarget() {
        Quote.Priced quote = (Quote.Priced) quote(Tier.STANDARD, LATE);
        assertThat(quote.row().id()).isEqualTo("acme/big-2/standard/base/input/always");
        assertThat(book.rows())
                .extracting(PriceRow::id)
                .doesNotHaveDuplicates()
                .contains(quote.row().id());
    }

    @Test
    void paysTheSurchargeOfItsTarget() {
        ModelRef european = ref("acme", "big-latest", "eu");
        assertThat(price(book, european, Tier.STANDARD, TokenKind.INPUT, LATE)).isEqualTo(decimal("2.2"));
        assertThat(price(book, european, Tier.STANDARD, TokenKind.INPUT, EARLY)).isEqualTo(decimal("3"));
    }

    @Test
    void beginsAnEpochWhereItMovesAndWhereAPriceChanges() {
        assertThat(book.epoch(LATEST, at("2026-01-01"))).contains(PriceBook.SINCE_EVER);
        assertThat(book.epoch(LATEST, at("2026-03-01"))).contains(LocalDate.of(2026, 3, 1));
        assertThat(book.epoch(LATEST, at("2026-04-30"))).contains(LocalDate.of(2026, 3, 10));
        assertThat(book.epoch(LATEST, at("2026-06-01"))).contains(LocalDate.of(2026, 5, 1));
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T12:00:00Z");
    }

    @Test
    void hasTheNameOfItsTargetWhereItStoodForOneOnAllDays() {
        assertThat(name(book)).contains("big-latest");
        assertThat(name(book.during(EARLY, EARLY.plusDays(20)))).contains("big-1");
        assertThat(name(book.during(LATE, LATE.plusMonths(6)))).contains("big-2");
        assertThat(name(book.during(EARLY, LATE))).contains("big-latest");
        assertThat(name(book.during(BETWEEN, LATE))).contains("big-latest");
        assertThat(book.resolve(LATEST, EARLY)).map(Resolution::model).contains("big-1");
        assertThat(book.resolve(LATEST, BETWEEN)).map(Resolution::model).contains("big-latest");
    }

    @Test
    void refusesForAllDaysOnlyWhatEveryTargetRefuses() {
        assertThat(book.rule(LATEST, Tier.FLEX)).isInstanceOf(TierRule.NotOffered.class);
        assertThat(book.rule(LATEST, Tier.BATCH)).isInstanceOf(TierRule.Unknown.class);
    }

    @Test
    void saysNothingOfASnapshotThatTheBookDoesNotKnow() {
        ModelRef snapshot = ref("acme", "big-latest-2026-04-02");
        assertThat(book.resolve(snapshot)).isEmpty();
    }

    @Test
    void takesPricesOfItsOwnBeforeThoseOfItsTarget() throws PriceFileException {
        PriceBook contract = PriceBook.read(file(directory, "contract.json", """
                {"schema": "batchable-prices/1", "provider": "acme", "models": [
                  {"model": "big-latest", "prices": [{"tier": "standard", "from": "2026-04-01", "input": "1.5"}]}]}
                """));
        PriceBook both = book.with(contract);
        assertThat(price(both, LATEST, Tier.STANDARD, TokenKind.INPUT, LATE)).isEqualTo(decimal("1.5"));
        assertThat(price(both, LATEST, Tier.STANDARD, TokenKind.INPUT, EARLY)).isEqualTo(decimal("3"));
        assertThat(price(both, LATEST, Tier.STANDARD, TokenKind.OUTPUT, LATE)).isEqualTo(decimal("6"));
        assertThat(price(both, ref("acme", "big-2"), Tier.STANDARD, TokenKind.INPUT, LATE))
                .isEqualTo(decimal("2"));
    }

    @Test
    void followsTheContractOfItsTarget() throws PriceFileException {
        PriceBook contract = PriceBook.read(file(directory, "contract.json", """
                {"schema": "batchable-prices/1", "provider": "acme", "models": [
                  {"model": "big-2", "prices": [{"tier": "standard", "from": "2026-04-01", "input": "1.5"}]}]}
                """));
        assertThat(price(book.with(contract), LATEST, Tier.STANDARD, TokenKind.INPUT, LATE))
                .isEqualTo(decimal("1.5"));
    }

    @Test
    void keepsItsHistoryUnderAnUndatedPriceFile() throws PriceFileException {
        PriceBook undated = PriceBook.read(file(directory, "lite.json", """
                {"big-latest": {"litellm_provider": "acme", "mode": "chat", "input_cost_per_token": 7e-06}}
                """));
        PriceBook both = book.with(undated);
        assertThat(price(both, LATEST, Tier.STANDARD, TokenKind.INPUT, EARLY)).isEqualTo(decimal("3"));
        assertThat(price(both, LATEST, Tier.STANDARD, TokenKind.INPUT, LATE.plusMonths(2)))
                .isEqualTo(decimal("7"));
    }

    @Test
    void refusesTwoTargetsForTheSameDays() {
        Path bad = file(directory, "bad.json", FILE.replace("2026-03-10", "2026-02-10"));
        assertThatThrownBy(() -> PriceBook.read(bad))
                .isInstanceOf(PriceFileException.class)
                .hasMessageContaining("aliases[1]: found two targets for the same days, big-1 and big-2");
    }

    @Test
    void joinsTheLogThatNamesTheAliasAndTheBillThatNamesTheSnapshot() {
        PriceBook october = EMBEDDED.during(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1));
        ModelKey bill = ModelKey.of(october, ref("openai", "gpt-4o-2024-08-06"));
        assertThat(ModelKey.of(october, ref("openai", "gpt-4o"))).isEqualTo(bill);
        assertThat(ModelKey.of(october, ref("openai", "gpt-4o-2024-11-20"))).isNotEqualTo(bill);
        assertThat(ModelKey.of(october, ref("mistral", "mistral-medium-latest")))
                .isEqualTo(ModelKey.of(october, ref("mistral", "mistral-medium-2604")));
        assertThat(EMBEDDED.resolve(ref("openai", "gpt-4o"), TODAY))
                .map(Resolution::model)
                .contains("gpt-4o-2024-08-06");
    }
}
