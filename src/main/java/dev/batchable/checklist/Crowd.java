package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Contention;
import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import java.util.List;
import java.util.stream.IntStream;

/// One workload among those it shares a rate limit with.
record Crowd(QuotaDomains.Domain domain, int place) {
    List<Evidence> evidence() {
        return List.of(sharing(), limits(), headroom());
    }

    private Subject subject() {
        return domain.members().get(place).subject();
    }

    private boolean waitedFor(int member) {
        return domain.members().get(member).waitedFor();
    }

    /// Users wait on some of the others.
    private boolean besidePeople() {
        return IntStream.range(0, domain.members().size()).anyMatch(member -> member != place && waitedFor(member));
    }

    private long limited() {
        return IntStream.range(0, domain.members().size())
                .mapToLong(domain.contention()::suffered)
                .sum();
    }

    private boolean takesRoom() {
        return besidePeople()
                && Rules.RATE_LIMITS.reachedBy(limited())
                && domain.contention().shareWhenRefused(place) > 0;
    }

    private Evidence sharing() {
        int others = domain.members().size() - 1;
        String found = Wording.percent(domain.contention().shareAtPeak(place)) + " of the busiest minute of "
                + domain.scope().name() + ", shared with " + Wording.plural(others, "other workload")
                + (besidePeople() ? ", users waiting on some" : "")
                + (limited() == 0
                        ? ""
                        : "; " + Wording.percent(domain.contention().shareWhenRefused(place))
                                + " of the minutes with rate limits");
        Evidence sharing = subject()
                .evidence(
                        "quota-sharing",
                        found,
                        "5 or more rate limits beside work that users wait on lean batch",
                        others + 1,
                        takesRoom() ? Lean.BATCH : Lean.NEITHER);
        return domain.coarse() == 0
                ? sharing
                : sharing.within(Wording.plural(domain.coarse(), "workload")
                        + " in the domain known by the hour or day only and not counted");
    }

    private Evidence limits() {
        Contention contention = domain.contention();
        double caused = contention.caused(place, other -> true);
        double harmed = contention.caused(place, this::waitedFor);
        String found = Wording.count(limited()) + " calls rate-limited in the domain: "
                + Wording.count(contention.suffered(place)) + " of its own, " + Wording.count(Math.round(caused))
                + " of others fall to it, " + Wording.count(Math.round(harmed)) + " of them where users wait";
        return subject()
                .evidence(
                        "rate-limits",
                        found,
                        "none caused where users wait",
                        limited(),
                        Rules.RATE_LIMITS.reachedBy(Math.round(harmed)) ? Lean.BATCH : Lean.NEITHER)
                .within(
                        "shared out by the tokens served in the minute and the one before: an upper bound, since callers"
                                + " outside this log fill limits too, and gateways hide refusals they retried");
    }

    private Evidence headroom() {
        Contention contention = domain.contention();
        double[] moved = new double[domain.members().size()];
        moved[place] = 1;
        Contention.Peak before = contention.peak();
        Contention.Peak after = contention.without(moved);
        String found = "a move to a pool of its own lowers the domain's peak from " + Wording.count(before.requests())
                + " to " + Wording.count(after.requests()) + " calls a minute" + tokens(before, after);
        return subject().evidence("quota-headroom", found, "shows what a move frees", before.requests(), Lean.NEITHER);
    }

    private static String tokens(Contention.Peak before, Contention.Peak after) {
        return before.tokens() == 0
                ? ""
                : " and from " + Wording.count(before.tokens()) + " to " + Wording.count(after.tokens())
                        + " tokens a minute";
    }
}
