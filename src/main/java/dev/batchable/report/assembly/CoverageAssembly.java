package dev.batchable.report.assembly;

import dev.batchable.checklist.Judgement;
import dev.batchable.price.reconciliation.Reconciliation;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.RatingKey.TokenKnowledge;
import dev.batchable.profile.Usage;
import dev.batchable.report.InputFigures;
import dev.batchable.report.InputFigures.Units;
import dev.batchable.report.Totals.Coverage;
import dev.batchable.report.Totals.Shadows;
import dev.batchable.report.Totals.TierSpend;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// How much of what there was the figures cover. Shares are rounded down, so that 1 means all and nothing less.
final class CoverageAssembly {
    private static final int SCALE = 6;

    private CoverageAssembly() {}

    static Coverage coverage(AuditFacts facts, TierSpend spend, Shadows shadows) {
        BigDecimal usable = usable(facts);
        BigDecimal priced = priced(facts);
        Optional<Reconciliation.Coverage> billed = facts.reconciliation().flatMap(AuditFacts.Reconciled::coverage);
        BigDecimal attributed = spend.total().subtract(shadows.unattributed());
        return new Coverage(
                usable,
                priced,
                billed.filter(Reconciliation.Coverage::proven).map(Reconciliation.Coverage::share),
                billed.map(bill -> bill.share().min(usable.min(priced))).orElse(usable.min(priced)),
                share(attributed, spend.total()));
    }

    private static BigDecimal usable(AuditFacts facts) {
        Units units = facts.sources().inputs().stream().map(InputFigures::units).reduce(Units.NONE, Units::plus);
        return share(BigDecimal.valueOf(units.units() - units.problems()), BigDecimal.valueOf(units.units()));
    }

    /// In calls; in tokens where no source counts calls.
    private static BigDecimal priced(AuditFacts facts) {
        long calls = 0;
        long tokens = 0;
        long unpricedCalls = 0;
        long unpricedTokens = 0;
        for (Judgement judgement : facts.judgements()) {
            Usage rateable = judgement.workload().profile().usage().total(CoverageAssembly::isRateable);
            calls += rateable.requests();
            tokens += rateable.tokens().total();
            unpricedCalls += judgement.workload().unpriced().requests();
            unpricedTokens += judgement.workload().unpriced().tokens();
        }
        return calls > 0
                ? share(BigDecimal.valueOf(calls - unpricedCalls), BigDecimal.valueOf(calls))
                : share(BigDecimal.valueOf(tokens - unpricedTokens), BigDecimal.valueOf(tokens));
    }

    private static boolean isRateable(RatingKey key) {
        return key.known().costCurrency().isPresent() || key.known().tokens() != TokenKnowledge.NONE;
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0
                ? BigDecimal.ZERO
                : part.max(BigDecimal.ZERO).divide(whole, SCALE, RoundingMode.DOWN);
    }
}
