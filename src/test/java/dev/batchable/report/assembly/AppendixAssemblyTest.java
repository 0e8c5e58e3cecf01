package dev.batchable.report.assembly;

import static dev.batchable.report.ReportFixtures.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.Verdict;
import dev.batchable.price.ForeignSpend;
import dev.batchable.price.catalog.PriceRow;
import dev.batchable.price.catalog.Source;
import dev.batchable.record.Money;
import dev.batchable.record.Outcome;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.report.Amount;
import dev.batchable.report.Appendix;
import dev.batchable.report.Appendix.Incident;
import dev.batchable.report.Appendix.Member;
import dev.batchable.report.Appendix.QuotaDomain;
import dev.batchable.report.Appendix.Reaction;
import dev.batchable.report.AuditReport;
import dev.batchable.report.WorkloadUsage.Peaks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AppendixAssemblyTest {
    @Test
    void keepsTheUsedPriceRowsAndTheirCounterpartsOnTheTarget() {
        AuditReport report = Facts.of(new JudgedFixture("w")
                        .line(Tier.STANDARD, "z-standard")
                        .verdict(Verdict.MOVE)
                        .moves(Tier.BATCH, "1", "1", "1", "1"))
                .price(row("z-standard", Tier.STANDARD, TokenKind.INPUT))
                .price(row("a-batch", Tier.BATCH, TokenKind.INPUT))
                .price(row("flex", Tier.FLEX, TokenKind.INPUT))
                .price(row("output", Tier.BATCH, TokenKind.OUTPUT))
                .assemble();

        assertThat(report.appendix().priceRows())
                .extracting(Appendix.PriceRow::id)
                .containsExactly("a-batch", "z-standard");
        assertThat(report.appendix().priceRows().get(0).origin().confidence()).isEqualTo("vendor");
    }

    @Test
    void keepsTheCounterpartsUnderTheSameRegionalSurchargeOnly() {
        AuditReport report = Facts.of(new JudgedFixture("w")
                        .line(Tier.STANDARD, "m/input/always@eu")
                        .verdict(Verdict.MOVE)
                        .moves(Tier.BATCH, "1", "1", "1", "1"))
                .price(row("m/input/always", Tier.STANDARD, TokenKind.INPUT))
                .price(row("m/input/always@eu", Tier.STANDARD, TokenKind.INPUT))
                .price(row("m/batch/input/always", Tier.BATCH, TokenKind.INPUT))
                .price(row("m/batch/input/always@eu", Tier.BATCH, TokenKind.INPUT))
                .assemble();

        assertThat(report.appendix().priceRows())
                .extracting(Appendix.PriceRow::id)
                .containsExactly("m/batch/input/always@eu", "m/input/always@eu");
    }

    private static PriceRow row(String id, Tier tier, TokenKind kind) {
        return new PriceRow(
                id,
                new PriceRow.Subject("openai", "gpt-4.1", tier, kind, "base"),
                decimal("2.00"),
                "USD",
                PriceRow.Validity.ALWAYS,
                new Source("https://example.org", Optional.empty(), Source.Confidence.VENDOR),
                Optional.empty());
    }

    @Test
    void sumsADomainsBusiestMinuteAndWhatMovesFreeOfIt() {
        JudgedFixture mover = new JudgedFixture("mover")
                .calls(Tier.STANDARD, Outcome.OK, 90)
                .calls(Tier.STANDARD, Outcome.RATE_LIMITED, 10)
                .minute(5, 8, 600, 0)
                .minute(6, 1, 10, 0)
                .verdict(Verdict.SPLIT)
                .moves(Tier.FLEX, "0.5", "1", "1", "1");
        JudgedFixture chat = new JudgedFixture("chat")
                .calls(Tier.STANDARD, Outcome.OK, 40)
                .minute(5, 1, 200, 0)
                .minute(6, 9, 700, 0);

        QuotaDomain domain =
                Facts.of(mover, chat).assemble().appendix().quotaDomains().get(0);

        // Minute 5 holds 9 calls and 800 tokens, minute 6 holds 10 and 710; half of the mover's 600 go.
        assertThat(domain.requests()).isEqualTo(140);
        assertThat(domain.rateLimited()).isEqualTo(10);
        assertThat(domain.peaks()).isEqualTo(new Peaks(OptionalLong.of(10), OptionalLong.of(800)));
        assertThat(domain.freedTokensPerMinute()).isEqualTo(OptionalLong.of(300));
        assertThat(domain.members())
                .containsExactly(
                        new Member("mover", 100, 10, Optional.of(decimal("0.75"))),
                        new Member("chat", 40, 0, Optional.of(decimal("0.25"))));
    }

    @Test
    void leavesTheBusiestMinuteUnknownWhereAMemberIsCoarseOrUsesSeveralModels() {
        JudgedFixture coarse =
                new JudgedFixture("c").calls(Tier.STANDARD, Outcome.OK, 1).resolution(Duration.ofHours(1));
        JudgedFixture mixed = new JudgedFixture("x")
                .calls(Tier.STANDARD, Outcome.OK, 1)
                .model("other")
                .calls(Tier.STANDARD, Outcome.OK, 5)
                .minute(1, 6, 60, 0);

        assertThat(Facts.of(coarse).assemble().appendix().quotaDomains().get(0).peaks())
                .isEqualTo(Peaks.UNKNOWN);
        assertThat(Facts.of(mixed).assemble().appendix().quotaDomains())
                .hasSize(2)
                .allMatch(domain -> domain.peaks().equals(Peaks.UNKNOWN)
                        && domain.freedTokensPerMinute().isEmpty());
    }

    @Test
    void drawsNoQuotaDomainForDeferredCalls() {
        JudgedFixture batch = new JudgedFixture("b").calls(Tier.BATCH, Outcome.OK, 5);

        assertThat(Facts.of(batch).assemble().appendix().quotaDomains()).isEmpty();
    }

    /// An hour of 20 calls a minute; in ten minutes of it all calls of both workloads fail, and one of them
    /// pauses.
    @Test
    void findsASpellOverAProviderAndWhatEachWorkloadDidInIt() {
        JudgedFixture steady = new JudgedFixture("steady").calls(Tier.STANDARD, Outcome.OK, 1_200);
        JudgedFixture pausing = new JudgedFixture("pausing").calls(Tier.STANDARD, Outcome.OK, 1_000);
        for (int minute = 0; minute < 60; minute++) {
            boolean down = minute >= 30 && minute < 40;
            steady.minute(minute, 20, 100, down ? 20 : 0);
            if (!down || minute == 30) {
                pausing.minute(minute, 20, 100, down ? 20 : 0);
            }
        }

        List<Incident> incidents =
                Facts.of(steady, pausing).assemble().appendix().incidents();

        assertThat(incidents)
                .containsExactly(new Incident(
                        "openai",
                        "errors",
                        Instant.parse("1970-01-01T00:30:00Z"),
                        Instant.parse("1970-01-01T00:40:00Z"),
                        220,
                        220,
                        List.of(
                                new Reaction("steady", 200, 200, "went on calling", Optional.empty()),
                                new Reaction("pausing", 20, 20, "held back", Optional.empty()))));
    }

    @Test
    void takesAMinuteThatTroublesOneWorkloadAloneForItsOwnBurst() {
        JudgedFixture bursting = new JudgedFixture("bursting").calls(Tier.STANDARD, Outcome.OK, 1_200);
        JudgedFixture calm = new JudgedFixture("calm").calls(Tier.STANDARD, Outcome.OK, 1_200);
        for (int minute = 0; minute < 60; minute++) {
            bursting.minute(minute, 20, 100, minute == 30 ? 20 : 0);
            calm.minute(minute, 20, 100, 0);
        }

        assertThat(Facts.of(bursting, calm).assemble().appendix().incidents()).isEmpty();
    }

    @Test
    void listsForeignSpendAndRules() {
        Appendix appendix = Facts.of()
                .apart(new ForeignSpend("w", new Money(decimal("1.50"), "GBP"), 2))
                .assemble()
                .appendix();

        assertThat(appendix.foreignSpend())
                .containsExactly(new Appendix.ForeignSpend("w", new Amount("GBP", decimal("1.5")), 2));
        assertThat(appendix.rules())
                .containsExactly(new Appendix.Rule("streaming.share", decimal("0.5"), "share", "assumed"));
    }
}
