package dev.batchable.checklist.evidence;

import dev.batchable.checklist.evidence.HourlyDays.Likeness;
import dev.batchable.profile.Series;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// A job's runs inside other traffic under one key: people by day, and something that comes back by itself.
///
/// Method: slots that hold a multiple of what is usual around them ([Grid]) are put together to runs, and those of
/// the job must come back as steadily as any schedule ([Cadence]), large, and at times when the rest makes no more
/// than its average. The last condition keeps crowds out: a lesson or a meeting that brings many people at one
/// hour of the day falls into the hours in which people are about.
///
/// Consequence: a job amid the busy hours is not found, nor one that drowns in the rest. What is usual around a run
/// is left to the rest, so that the share is what the runs add.
///
/// @param calls calls that the runs add, of all
/// @param tokens tokens that the runs add, of all; of calls where no tokens are told
/// @param contrast calls in the median run ÷ what is usual around it
/// @param rest the calls beside the runs, by hour
public record Mixture(List<Run> runs, Cadence cadence, Share calls, Share tokens, double contrast, HourlyDays rest) {
    private static final int SCALE = 2;

    public Mixture {
        runs = List.copyOf(runs);
    }

    /// Empty where no such runs stand out, or where they are all there is ([Schedule]).
    static Optional<Mixture> of(Subject subject) {
        return subject.showsRuns() && subject.schedule().isEmpty()
                ? Grid.of(subject.profile().activity())
                        .flatMap(grid -> of(
                                subject,
                                Heap.main(grid, subject.profile().activity().series()),
                                grid))
                : Optional.empty();
    }

    private static Optional<Mixture> of(Subject subject, List<Heap> heaps, Grid grid) {
        ZoneId zone = subject.settings().zone();
        return Cadence.of(heaps.stream().map(Heap::run).toList(), zone)
                .filter(cadence -> RhythmRules.MIXTURE_FILLED.reachedBy(cadence.filled()) || cadence.weekdays())
                .flatMap(cadence -> of(cadence, job(cadence, heaps), grid, zone));
    }

    private static List<Heap> job(Cadence cadence, List<Heap> heaps) {
        return heaps.stream()
                .filter(heap -> cadence.inStep().contains(heap.run()))
                .toList();
    }

    private static Optional<Mixture> of(Cadence cadence, List<Heap> job, Grid grid, ZoneId zone) {
        Share calls = new Share(job.stream().mapToLong(Heap::extraCalls).sum(), grid.calls(0, grid.slots()));
        boolean standsOut = RhythmRules.MIXTURE_SIZE.reachedBy(medianExtra(job))
                && !RhythmRules.STRAY_SHARE.keptBy(1 - calls.value())
                && quiet(job, grid);
        return standsOut
                ? Optional.of(new Mixture(
                        cadence.inStep(),
                        cadence,
                        calls,
                        tokens(job, grid).orElse(calls),
                        contrast(job),
                        HourlyDays.of(rest(job, grid), zone)))
                : Optional.empty();
    }

    private static long medianExtra(List<Heap> heaps) {
        return heaps.stream().mapToLong(Heap::extraCalls).sorted().toArray()[heaps.size() / 2];
    }

    private static double contrast(List<Heap> heaps) {
        return heaps.stream()
                .mapToDouble(heap -> heap.run().requests() / Math.max(1, heap.usualCalls()))
                .sorted()
                .toArray()[heaps.size() / 2];
    }

    /// Whether the rest makes at most its average where the runs are.
    private static boolean quiet(List<Heap> heaps, Grid grid) {
        double there = heaps.stream().mapToDouble(Heap::usualCalls).sum()
                / heaps.stream().mapToInt(Heap::slots).sum();
        double rest = (grid.calls(0, grid.slots())
                        - heaps.stream().mapToLong(Heap::extraCalls).sum())
                / (double) grid.slots();
        return there <= rest;
    }

    /// Calls under the runs are taken to be as large as those beside them.
    private static Optional<Share> tokens(List<Heap> heaps, Grid grid) {
        long all = grid.tokens(0, grid.slots());
        long inRuns = heaps.stream().mapToLong(Heap::tokens).sum();
        long callsInRuns =
                heaps.stream().mapToLong(heap -> heap.run().requests()).sum();
        long callsBeside = grid.calls(0, grid.slots()) - callsInRuns;
        double each = callsBeside == 0 ? 0 : (double) (all - inRuns) / callsBeside;
        double usual = heaps.stream().mapToDouble(Heap::usualCalls).sum() * each;
        return all == 0 ? Optional.empty() : Optional.of(new Share((long) Math.max(0, inRuns - usual), all));
    }

    private static Series rest(List<Heap> heaps, Grid grid) {
        long[] calls = IntStream.range(0, grid.slots())
                .mapToLong(slot -> grid.calls(slot, slot + 1))
                .toArray();
        heaps.forEach(heap -> IntStream.range(heap.from(), heap.to())
                .forEach(slot -> calls[slot] = Math.min(calls[slot], Math.round(grid.level(slot, slot + 1)))));
        return Series.of(IntStream.range(0, calls.length)
                .mapToObj(slot -> new Series.Slot(grid.minute(slot), calls[slot], 0, 0))
                .toList());
    }

    /// Share of the tokens that the runs add, 0–1, rounded down to whole percent; of the calls where no tokens are
    /// told.
    public BigDecimal share() {
        return BigDecimal.valueOf(tokens.part())
                .divide(BigDecimal.valueOf(Math.max(1, tokens.whole())), SCALE, RoundingMode.DOWN);
    }

    /// Whether the rest has the curve that many people make.
    public boolean besidePeople() {
        return EvidenceRules.CURVE_DAYS.reachedBy(rest.days().size())
                && EvidenceRules.CURVE_HOURS.reachedBy(rest.activeShare())
                && rest.likeness()
                        .filter(likeness -> EvidenceRules.CURVE_REPEATS.reachedBy(likeness.median()))
                        .isPresent();
    }

    /// The runs and the rest in words; no weight, since they point both ways.
    public Evidence evidence(Subject subject) {
        ZoneId zone = subject.settings().zone();
        int start = Period.DAILY.middle(
                runs.stream().map(run -> Period.DAILY.phase(run.start(), zone)).toList());
        String found = Wording.plural(runs.size(), "run") + " " + cadence.text() + ", usually from "
                + Wording.clock(LocalTime.of(start / 60, start % 60)) + " " + Wording.zone(zone) + ", "
                + String.format(Locale.ROOT, "%.0f times", contrast) + " the level around them, with " + calls.text()
                + " of calls and " + tokens.text() + " of tokens; beside them "
                + rest.likeness()
                        .map(likeness -> "days that correlate at " + Wording.figure(likeness.median()) + ", ")
                        .orElse("")
                + Wording.percent(rest.activeShare()) + " of hours active";
        return subject.evidence(
                        "mixture", found, "no such runs where a key has one kind of traffic", runs.size(), Lean.NEITHER)
                .within(cadence.error()
                        + rest.likeness()
                                .map(Likeness::error)
                                .map(error -> "; " + error)
                                .orElse(""));
    }

    /// Neighbouring slots above what is usual.
    ///
    /// @param from its first slot
    /// @param to after its last slot
    /// @param usualCalls what is usual in its slots
    private record Heap(Run run, int from, int to, double usualCalls, long tokens) {
        /// Those of the job, without the small ones beside it.
        static List<Heap> main(Grid grid, Series series) {
            List<Heap> heaps = new ArrayList<>();
            for (int slot = 0; slot < grid.slots(); slot++) {
                if (grid.above(slot)) {
                    int to = end(grid, slot);
                    heaps.add(of(grid, series, slot, to));
                    slot = to;
                }
            }
            long largest = heaps.stream().mapToLong(Heap::extraCalls).max().orElse(0);
            return heaps.stream()
                    .filter(heap -> heap.extraCalls() >= largest * RhythmRules.MAIN_RUN.value())
                    .toList();
        }

        /// One slot in between may be at the usual level.
        private static int end(Grid grid, int from) {
            int to = from + 1;
            while (to < grid.slots() && (grid.above(to) || (to + 1 < grid.slots() && grid.above(to + 1)))) {
                to++;
            }
            return to;
        }

        private static Heap of(Grid grid, Series series, int from, int to) {
            long calls = grid.calls(from, to);
            Run run =
                    new Run(series, calls, grid.width(), series.from(grid.minute(from)), series.from(grid.minute(to)));
            return new Heap(run, from, to, grid.level(from, to), grid.tokens(from, to));
        }

        int slots() {
            return to - from;
        }

        long extraCalls() {
            return Math.max(0, run.requests() - Math.round(usualCalls));
        }
    }
}
