package dev.batchable.report.assembly;

import dev.batchable.checklist.Judgement;
import dev.batchable.checklist.Judgements;
import dev.batchable.checklist.evidence.QuotaScope;
import dev.batchable.checklist.evidence.Spell;
import dev.batchable.price.RatedWorkload;
import dev.batchable.report.Appendix.Incident;
import dev.batchable.report.Appendix.MadeGood;
import dev.batchable.report.Appendix.Reaction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The incidents of [dev.batchable.checklist.evidence.Incidents] with what they cost.
///
/// Calls of one minute have no price of their own: a workload's tokens in an incident are valued at its mean spend
/// per token over the window. Where no tokens or no prices are known, the money is unknown.
final class Incidents {
    private static final int MONEY_SCALE = 6;
    private static final int SLOWDOWN_SCALE = 2;

    private Incidents() {}

    static List<Incident> of(Judgements judgements) {
        Map<String, Judgement> byName = judgements.ofWorkloads().stream()
                .collect(Collectors.toMap(
                        judgement -> judgement.workload().profile().key().name(),
                        Function.identity(),
                        (one, other) -> one));
        return judgements.incidents().stream()
                .map(incident -> incident(incident, byName))
                .toList();
    }

    private static Incident incident(
            dev.batchable.checklist.evidence.Incident incident, Map<String, Judgement> byName) {
        Spell spell = incident.spell();
        return new Incident(
                QuotaScope.name(incident.model(), Optional.empty()),
                spell.kind().id(),
                Instant.ofEpochSecond(Math.multiplyExact(spell.start(), 60)),
                Instant.ofEpochSecond(Math.multiplyExact(spell.end(), 60)),
                spell.requests(),
                spell.failed(),
                spell.kind() == Spell.Kind.LATENCY
                        ? Optional.of(
                                BigDecimal.valueOf(spell.slowdown()).setScale(SLOWDOWN_SCALE, RoundingMode.HALF_EVEN))
                        : Optional.empty(),
                incident.reactions().stream()
                        .flatMap(reaction -> Optional.ofNullable(byName.get(reaction.workload())).stream()
                                .map(judgement -> reaction(reaction, judgement)))
                        .toList());
    }

    private static Reaction reaction(dev.batchable.checklist.evidence.Reaction reaction, Judgement judgement) {
        var during = reaction.during();
        return new Reaction(
                reaction.workload(),
                during.requests(),
                during.failed(),
                new MadeGood(during.retried(), during.heldBack(), reaction.caughtUp(), reaction.switched()),
                reaction.behaviour().id(),
                during.failed() > 0 && QuotaDomains.usersWait(judgement),
                spend(judgement.workload(), during.tokens()));
    }

    private static Optional<BigDecimal> spend(RatedWorkload workload, long tokens) {
        long all = workload.profile().usage().total().tokens().total();
        boolean unpriced =
                workload.spend().total().signum() == 0 && workload.unpriced().requests() > 0;
        return all == 0 || unpriced
                ? Optional.empty()
                : Optional.of(workload.spend()
                        .total()
                        .multiply(BigDecimal.valueOf(tokens))
                        .divide(BigDecimal.valueOf(all), MathContext.DECIMAL64)
                        .setScale(MONEY_SCALE, RoundingMode.HALF_EVEN));
    }
}
