package dev.batchable.simulate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/// One run of one queue: batches of all its lanes go in as they are formed, first come first served, and wait in
/// line while the cap leaves no room.
///
/// Problem: what a workload waits depends on the others that fill the same queue. Method: a discrete-event
/// simulation whose moments are the forming of a batch, the end of one that is under way, and the give-up of one
/// in line; between two moments nothing changes. A batch takes up its room from its submission to its end and
/// is done as a whole: results that come before its last one are not used. Consequence: ages and fallbacks err on the
/// pessimistic
/// side, and the order of lanes decides only between batches formed in the same second.
///
/// Reference: Law, *Simulation Modeling and Analysis*, 5th ed. (2015), section 1.3.
final class QueueRun {
    private static final Comparator<Batch> ORDER = Comparator.comparingLong(Batch::formedAt)
            .thenComparing(batch -> batch.lane().workload())
            .thenComparing(batch -> batch.lane().model())
            .thenComparingLong(Batch::number);

    private final Optional<Cap> cap;
    private final Draws draws;
    private final List<Batch> coming;
    private final Deque<Batch> line = new ArrayDeque<>();
    private final PriorityQueue<Fate> underWay = new PriorityQueue<>(Comparator.comparingLong(Fate::endedAt));
    private final List<Fate> fates = new ArrayList<>();
    private int next;
    private long enqueued;
    private long mostEnqueued;
    private long heldSeconds;

    private QueueRun(List<Batch> coming, Optional<Cap> cap, Draws draws) {
        this.coming = coming;
        this.cap = cap;
        this.draws = draws;
    }

    /// @param heldSeconds time in which the cap kept a batch waiting
    /// @param mostEnqueued at once, in the unit of the cap; in calls where there is none
    record Ended(List<Fate> fates, long heldSeconds, long mostEnqueued) {}

    /// The batches of several lanes in the order in which they are submitted.
    static List<Batch> inOrder(List<Batching.Formed> lanes) {
        return lanes.stream()
                .flatMap(lane -> lane.batches().stream())
                .sorted(ORDER)
                .toList();
    }

    /// @param coming as [#inOrder] gives them
    /// @param end when the log ends; time held is counted up to there
    static Ended of(List<Batch> coming, Optional<Cap> cap, Draws draws, long end) {
        QueueRun run = new QueueRun(coming, cap, draws);
        run.run(end);
        return new Ended(run.fates, run.heldSeconds, run.mostEnqueued);
    }

    private void run(long end) {
        for (long now = moment(); now < Long.MAX_VALUE; now = moment()) {
            finish(now);
            while (next < coming.size() && coming.get(next).formedAt() == now) {
                line.add(coming.get(next++));
            }
            leaveLine(now);
            while (!line.isEmpty() && fits(line.element())) {
                submit(line.remove(), now);
            }
            if (!line.isEmpty()) {
                heldSeconds += Math.max(0, Math.min(end, moment()) - now);
            }
        }
    }

    private long moment() {
        long moment = next < coming.size() ? coming.get(next).formedAt() : Long.MAX_VALUE;
        if (!underWay.isEmpty()) {
            moment = Math.min(moment, underWay.element().endedAt());
        }
        for (Batch waiting : line) {
            moment = Math.min(moment, waiting.giveUpAt());
        }
        return moment;
    }

    private void finish(long now) {
        while (!underWay.isEmpty() && underWay.element().endedAt() <= now) {
            enqueued -= room(underWay.remove().batch());
        }
    }

    /// What has no time left, and what the cap will never take.
    private void leaveLine(long now) {
        for (Iterator<Batch> waiting = line.iterator(); waiting.hasNext(); ) {
            Batch batch = waiting.next();
            if (batch.giveUpAt() <= now || room(batch) > most()) {
                waiting.remove();
                fates.add(Fate.unsent(batch, now));
            }
        }
    }

    private boolean fits(Batch batch) {
        return enqueued + room(batch) <= most();
    }

    private long most() {
        return cap.map(Cap::most).orElse(Long.MAX_VALUE);
    }

    private long room(Batch batch) {
        return cap.map(known -> known.of(batch)).orElse(batch.requests());
    }

    private void submit(Batch batch, long now) {
        Fate fate = fate(batch, now);
        fates.add(fate);
        underWay.add(fate);
        enqueued += room(batch);
        mostEnqueued = Math.max(mostEnqueued, enqueued);
    }

    private Fate fate(Batch batch, long now) {
        long givenUp = batch.giveUpAt();
        Optional<Duration> takes = draws.duration(batch);
        long done = takes.map(time -> now + roundedUp(time)).orElse(Long.MAX_VALUE);
        long expired = now + batch.lane().terms().course().window();
        if (done <= Math.min(givenUp, expired)) {
            return new Fate(batch, OptionalLong.of(now), done, Fate.Outcome.COMPLETED);
        }
        return givenUp <= expired
                ? new Fate(batch, OptionalLong.of(now), givenUp, Fate.Outcome.CANCELLED)
                : new Fate(batch, OptionalLong.of(now), expired, Fate.Outcome.EXPIRED);
    }

    private static long roundedUp(Duration time) {
        return time.plusMillis(999).toSeconds();
    }
}
