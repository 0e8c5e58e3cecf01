package dev.batchable.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.Verdict;
import dev.batchable.policy.Glob;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.report.AuditReport;
import dev.batchable.report.ReportFixtures;
import dev.batchable.report.WorkloadFixture;
import dev.batchable.report.WorkloadReport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRendererTest {
    private static final AuditReport COMPANY = ReportFixtures.companyWithBill();

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void looksAsItDid(int width) {
        Golden.assertMatches("company-" + width + ".txt", Rendered.text(COMPANY, width));
    }

    @Test
    void looksAsItDidWithoutABillOrWithoutAnything() {
        Golden.assertMatches("company-without-bill.txt", Rendered.text(ReportFixtures.company(), 80));
        Golden.assertMatches("empty.txt", Rendered.text(ReportFixtures.empty(), 80));
    }

    @ParameterizedTest
    @ValueSource(ints = {72, 80, 100, 120})
    void keepsEveryLineWithinThePage(int width) {
        WorkloadReport long1 = hostile("a-name-that-goes-on-and-on-".repeat(8));
        WorkloadReport wide = hostile("請求書の抽出".repeat(12));

        assertThat(Rendered.text(COMPANY, width).lines()).allMatch(line -> SafeText.width(line) <= width);
        assertThat(Rendered.text(ReportFixtures.with(List.of(long1, wide)), width)
                        .lines())
                .allMatch(line -> SafeText.width(line) <= width);
    }

    @Test
    void takesATooNarrowPageAsTheNarrowestThatFits() {
        assertThat(RenderOptions.DEFAULT.withWidth(10).width()).isEqualTo(72);
    }

    @Test
    void makesControlCharactersOfNamesHarmless() {
        String text =
                Rendered.text(ReportFixtures.with(List.of(hostile("evil\u001b[2J\u202etxt\nTOTAL\u0007\u2028x"))), 120);

        assertThat(text).contains("evil?[2J?txt?TOTAL??x").doesNotContain("\u001b", "\u202e", "\u0007", "\u2028");
    }

    @Test
    void listsOnlyTheFirstWorkloadsAndSumsTheOthers() {
        String text =
                Rendered.by(Renderers.text(), COMPANY, new RenderOptions(80, OptionalInt.of(2), Optional.empty()));

        // 3,396.004 in all less 1,000 and 640. Of the savings the split's 116.424 and 117.612 are left; rounded down
        // beside 470.40 they miss one of 587, which goes to the larger remainder.
        assertThat(text)
                .containsPattern("\\(8 more\\) +1,756 +117 to 118\\n")
                .containsPattern("TOTAL +3,396 +587 to 598");
        assertThat(text).contains("report-summaries").doesNotContain("backfill-2026");
    }

    @Test
    void listsOnlyTheWorkloadsThatMatchAGlob() {
        String text = Rendered.by(
                Renderers.text(), COMPANY, new RenderOptions(80, OptionalInt.empty(), Optional.of(Glob.of("*-chat"))));

        assertThat(text).contains("support-chat").contains("(9 more)").doesNotContain("rag-cache");
    }

    @Test
    void saysThatNothingIsUndecidedOrSavedWhereThatIsSo() {
        String text = Rendered.text(ReportFixtures.with(List.of(hostile("calm"))), 80);

        assertThat(text).contains("Undecided   nothing").contains("nothing found that is proven able to wait");
    }

    /// Work seen once has no month; the missing fact still decides the money of the window.
    @Test
    void saysWhatAMissingFactDecidesOfOneOffWork() {
        WorkloadReport once = new WorkloadFixture("once")
                .line(TokenKind.INPUT, 100_000_000, "2.00")
                .verdict(Verdict.UNDECIDED, "it is not known who waits", "Declare it.")
                .decides(QuestionId.USER_WAITING, "0")
                .oneOff()
                .saves(Tier.BATCH, "1", "80", "90", "100")
                .build();

        String text = Rendered.text(ReportFixtures.with(List.of(once)), 120);

        assertThat(text)
                .containsPattern("once +undecided +200 +\\? once 90.00\n")
                .contains("Worth up to 90.00 USD once, over the window.")
                .doesNotContain(" 0 USD a month");
    }

    /// Three savings of 0.40 round to 0 each and to 1 together; shown parts must add up to the shown total.
    @Test
    void showsColumnsThatAddUpAfterRounding() {
        List<WorkloadReport> thirds = List.of(third("one"), third("two"), third("three"));

        String text = Rendered.text(ReportFixtures.with(thirds), 80);

        assertThat(text)
                .containsPattern("one +move to batch +34 ")
                .containsPattern("two +move to batch +33 ")
                .containsPattern("three +move to batch +33 ")
                .containsPattern("TOTAL +100 ");
    }

    private static WorkloadReport third(String name) {
        return new WorkloadFixture(name)
                .line(TokenKind.INPUT, 100_000_000, "0.334")
                .verdict(Verdict.MOVE, "nobody waits", "Move it.")
                .saves(Tier.BATCH, "1", "0.40", "0.40", "0.40")
                .build();
    }

    private static WorkloadReport hostile(String name) {
        return new WorkloadFixture(name).logged("12.34").build();
    }
}
