package dev.batchable.simulate;

import dev.batchable.checklist.Deferral;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.price.TargetRating;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// What the simulation of one workload takes for granted, one sentence each.
final class Assumed {
    private Assumed() {}

    static List<String> of(Deferral deferral, TierRule rule) {
        List<String> all = new ArrayList<>();
        if (!deferral.judgement().recommended()) {
            all.add("a supposition: the verdict is "
                    + deferral.judgement().verdict().id() + ", because "
                    + deferral.judgement().because());
        }
        if (deferral.share().compareTo(BigDecimal.ONE) < 0) {
            all.add(Wording.percent(deferral.share().doubleValue())
                    + " of its calls move, the same part of every minute");
        }
        if (deferral.rating() instanceof TargetRating.Unrated unrated) {
            all.add("no money is reckoned: " + unrated.reason());
        }
        int minutes = Resolution.minutes(deferral.judgement().workload().profile());
        if (minutes > 1) {
            all.add("its log tells calls by " + minutes + " min; they are spread evenly over each");
        }
        if (deferral.target() == Tier.BATCH) {
            all.addAll(ofJobs(deferral.judgement().workload().profile(), rule));
        }
        return all;
    }

    /// The same, and what becomes of the limit of bytes, for which logs have no measure.
    ///
    /// @param largest calls in the largest batch of all runs
    static List<String> with(Chosen chosen, long largest) {
        List<String> all = new ArrayList<>(chosen.assumptions());
        if (chosen.target() == Tier.BATCH && chosen.rule() instanceof TierRule.Offered offered && largest > 0) {
            offered.limits()
                    .maxBytes()
                    .ifPresent(most -> all.add("no log tells the bytes of a call; files may have "
                            + Wording.count(most >> 20) + " MiB, which holds the largest batch while its calls have "
                            + Wording.count((most >> 10) / largest) + " KiB or less on average"));
        }
        return all;
    }

    private static List<String> ofJobs(WorkloadProfile profile, TierRule rule) {
        List<String> all = new ArrayList<>();
        if (!(rule instanceof TierRule.Offered offered)) {
            return List.of("no limits of the tier are documented, and none are simulated");
        }
        offered.limits()
                .minRequests()
                .ifPresent(least -> all.add("a batch of this tier has at least " + Wording.plural(least, "call")
                        + "; fewer wait for more, and run on realtime when they come due"));
        if (offered.limits().maxRequests().isEmpty()) {
            all.add("how many calls a batch may hold is not documented, and not limited");
        }
        if (profile.usage().total().tokens().total() == 0) {
            all.add("its log tells no tokens, so that caps of tokens are not simulated");
        }
        return all;
    }
}
