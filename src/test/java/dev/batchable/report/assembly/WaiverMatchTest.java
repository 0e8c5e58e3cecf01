package dev.batchable.report.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.policy.Glob;
import dev.batchable.policy.Waiver;
import dev.batchable.record.Money;
import dev.batchable.report.Handling.WaiverReport;
import dev.batchable.report.Handling.WaiverStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reports here are as of 1 November 2026, in USD, with 1.10 USD for a euro.
class WaiverMatchTest {
    private static Waiver waiver(String glob, String owner, String expires, Optional<Money> ceiling) {
        return new Waiver(1, Glob.of(glob), owner, "why", LocalDate.parse(expires), ceiling);
    }

    private static Optional<WaiverReport> of(Waiver... waivers) {
        Facts facts = Facts.of(new JudgedFixture("support-chat").spends("110", "0", "0"));
        for (Waiver waiver : waivers) {
            facts.waiver(waiver);
        }
        return facts.assemble().workloads().get(0).handling().waiver();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-31, 1000, USD, EXPIRED",
        "2026-11-01, 1000, USD, IN_FORCE",
        "2027-01-01, 110, USD, IN_FORCE",
        "2027-01-01, 109.99, USD, ABOVE_CEILING",
        "2027-01-01, 100, EUR, IN_FORCE",
        "2027-01-01, 99, EUR, ABOVE_CEILING",
        "2027-01-01, 1000, GBP, CEILING_UNKNOWN"
    })
    void holdsUntilItExpiresAndUpToItsCeiling(String expires, String ceiling, String currency, WaiverStatus status) {
        Money limit = new Money(new BigDecimal(ceiling), currency);

        assertThat(of(waiver("support-*", "cx", expires, Optional.of(limit)))
                        .orElseThrow()
                        .status())
                .isEqualTo(status);
    }

    @Test
    void prefersOneInForceToAnEarlierOneThatIsNot() {
        Waiver old = waiver("support-*", "old", "2026-01-01", Optional.empty());
        Waiver current = waiver("*", "current", "2027-01-01", Optional.empty());

        assertThat(of(old, current).orElseThrow().owner()).isEqualTo("current");
        assertThat(of(old).orElseThrow().status()).isEqualTo(WaiverStatus.EXPIRED);
    }

    @Test
    void excusesOnlyWhatItsGlobMatches() {
        assertThat(of(waiver("billing-*", "b", "2027-01-01", Optional.empty()))).isEmpty();
    }

    /// 110 and 110: a ceiling is not granted once for every workload that a glob matches.
    @Test
    void holdsItsCeilingAgainstAllThatItMatchesTogether() {
        Facts facts = Facts.of(
                new JudgedFixture("support-chat").spends("110", "0", "0"),
                new JudgedFixture("support-mail").spends("110", "0", "0"));
        facts.waiver(waiver("support-*", "cx", "2027-01-01", Optional.of(new Money(new BigDecimal("219"), "USD"))));

        assertThat(facts.assemble().workloads())
                .extracting(
                        workload -> workload.handling().waiver().orElseThrow().status())
                .containsExactly(WaiverStatus.ABOVE_CEILING, WaiverStatus.ABOVE_CEILING);
    }
}
