package dev.batchable.report.assembly;

import dev.batchable.policy.OutcomeUnit;
import dev.batchable.policy.WorkloadRule;
import dev.batchable.price.RatedWorkload;
import dev.batchable.profile.SessionSample;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.record.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// What one successful outcome costs.
final class Successes {
    /// Decimals of a quotient: a hundred-thousandth of a cent, far below the cost of a call.
    private static final int SCALE = 7;

    private Successes() {}

    /// @param spend all that the outcomes cost together
    static Optional<BigDecimal> costEach(RatedWorkload workload, BigDecimal spend) {
        boolean spendKnown =
                workload.spend().total().signum() > 0 || workload.unpriced().equals(RatedWorkload.Unpriced.NOTHING);
        return count(workload.profile())
                .filter(successes -> spendKnown && successes.signum() > 0)
                .map(successes -> spend.divide(successes, SCALE, RoundingMode.HALF_EVEN));
    }

    private static Optional<BigDecimal> count(WorkloadProfile profile) {
        BigDecimal calls = BigDecimal.valueOf(
                profile.usage().total(key -> key.outcome() == Outcome.OK).requests());
        Optional<OutcomeUnit> unit =
                profile.rule().map(WorkloadRule::ownership).flatMap(WorkloadRule.Ownership::outcome);
        if (unit.isEmpty()) {
            return Optional.of(calls);
        }
        if (unit.get() instanceof OutcomeUnit.Calls each) {
            return Optional.of(calls.divide(BigDecimal.valueOf(each.calls()), SCALE, RoundingMode.HALF_EVEN));
        }
        return traces(profile.audience().sessions());
    }

    /// Whole traces can be counted only while the sample still holds every one of them, and only if every call
    /// belonged to one; an estimate would make a cost look exact that is not.
    private static Optional<BigDecimal> traces(SessionSample sessions) {
        return sessions.complete() && sessions.requestsWithSession() > 0
                ? Optional.of(BigDecimal.valueOf(sessions.sessions().size()))
                : Optional.empty();
    }
}
