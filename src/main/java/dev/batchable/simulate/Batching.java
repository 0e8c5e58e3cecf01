package dev.batchable.simulate;

import java.util.ArrayList;
import java.util.List;

/// Cuts a lane's arrivals into batches by its submission rule. That needs no chance and no look at the queue, so
/// it is done once for all runs.
///
/// Calls that would come too late to be submitted at all go to realtime when their time to give up is there. A
/// rest that is smaller than the tier's smallest batch waits for more.
final class Batching {
    /// A minute's calls on a synchronous tier are drawn one by one up to this many, above in as many groups.
    private static final int MOST_GROUPS = 64;

    private final Lane lane;
    private final Buffer buffer;
    private final List<Batch> batches = new ArrayList<>();
    private final List<Fate> unsent = new ArrayList<>();

    private Batching(Lane lane) {
        this.lane = lane;
        buffer = new Buffer(lane.arrivals());
    }

    /// @param batches in order of time
    /// @param unsent calls that were never part of one
    record Formed(List<Batch> batches, List<Fate> unsent) {}

    static Formed of(Lane lane) {
        Batching batching = new Batching(lane);
        if (lane.terms().submission() instanceof Submission.AtOnce) {
            batching.atOnce();
        } else {
            batching.collect();
        }
        return new Formed(batching.batches, batching.unsent);
    }

    private void atOnce() {
        while (!buffer.isEmpty()) {
            long second = buffer.oldest();
            long calls = buffer.waiting(second);
            int groups = (int) Math.min(MOST_GROUPS, calls);
            for (int group = 0; group < groups; group++) {
                form(second, buffer.take(second, Arrivals.slice(calls, group, groups), tokens -> true));
            }
        }
    }

    private void collect() {
        long notBefore = Long.MIN_VALUE;
        while (!buffer.isEmpty()) {
            long at = handover(notBefore);
            giveUp(at);
            if (!buffer.isEmpty() && buffer.oldest() <= at) {
                form(at);
                notBefore = at;
            }
        }
    }

    /// When the calls at the front are handed over next; never where too few come for a batch.
    private long handover(long notBefore) {
        long from = Math.max(buffer.oldest(), notBefore);
        Submission rule = lane.terms().submission();
        if (rule instanceof Submission.Every every) {
            return Submission.nextMultiple(from, every.period());
        }
        if (rule instanceof Submission.At at) {
            return Submission.nextTime(from, at.time(), lane.terms().zone());
        }
        return rule instanceof Submission.Size size ? full(size, notBefore) : from;
    }

    /// When enough wait, or the oldest has used up half of the time it has until it is given up.
    private long full(Submission.Size size, long notBefore) {
        long least = lane.terms().limits().minRequests().orElse(1);
        long longest =
                buffer.oldest() + (lane.deadline().budget() - lane.deadline().lead(1)) / 2;
        long enough = buffer.reaches(Math.max(size.requests(), least));
        return longest > notBefore ? Math.min(longest, enough) : Math.min(enough, buffer.reaches(least));
    }

    /// Sends to realtime what cannot wait until `at`.
    private void giveUp(long at) {
        while (!buffer.isEmpty() && lastMoment() <= at) {
            long moment = lastMoment();
            unsent.add(Fate.unsent(new Batch(lane, batches.size(), moment, buffer.takeParcel()), moment));
        }
    }

    private long lastMoment() {
        return lane.deadline().giveUpAt(buffer.oldest(), buffer.waiting(buffer.oldest()));
    }

    private void form(long at) {
        Terms.Limits limits = lane.terms().limits();
        long least = limits.minRequests().orElse(1);
        long cap = limits.maxInputTokens().orElse(Long.MAX_VALUE);
        while (!buffer.isEmpty() && buffer.oldest() <= at && buffer.waiting(at) >= least) {
            long most = lane.terms().submission() instanceof Submission.Size size
                    ? Math.min(size.requests(), limits.maxRequests().orElse(Long.MAX_VALUE))
                    : limits.maxRequests().orElse(Long.MAX_VALUE);
            form(at, buffer.take(at, most, tokens -> limits.inputTokens(tokens) <= cap));
        }
    }

    private void form(long at, Parcels calls) {
        batches.add(new Batch(lane, batches.size(), at, calls));
    }
}
