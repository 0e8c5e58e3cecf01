package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.LogOdds;
import dev.batchable.checklist.evidence.Probe;
import dev.batchable.checklist.evidence.Signal;
import dev.batchable.checklist.evidence.Signals;
import dev.batchable.checklist.evidence.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What would change the answer of who waits: the odds added up again without one signal, or with a finding that
/// one of them might have made.
///
/// @param signals one of each of [Signals#probes], in their order
record WhatIf(List<Signal> signals) {
    private static final int MOST_NAMED = 2;

    WhatIf {
        signals = List.copyOf(signals);
    }

    /// What the odds of some signals come to: `yes`, `no` or `unknown`.
    static String value(LogOdds odds) {
        if (odds.disputed() || !Rules.ANSWERS.reachedBy(odds.confidence())) {
            return "unknown";
        }
        return odds.nobodyWaits() ? UserWaiting.NO : UserWaiting.YES;
    }

    /// Such as "Without `schedule` it would be unknown; with half of the calls streamed it would be unknown."
    String known() {
        String now = value(LogOdds.of(signals));
        List<String> clauses = new ArrayList<>(without(now));
        if (clauses.isEmpty()) {
            clauses.add("no single signal decides it");
        }
        clauses.addAll(with(now, !now.equals(UserWaiting.NO)));
        return sentence(clauses);
    }

    /// Such as "`no` needs 0.85 more log-odds and `yes` 0.85; with half of the calls streamed it would be yes; not
    /// applicable: session-pauses."
    String unknown() {
        List<String> clauses = new ArrayList<>();
        clauses.add(needed(LogOdds.of(signals)));
        clauses.addAll(with("unknown", false).stream().limit(1).toList());
        clauses.addAll(with("unknown", true).stream().limit(1).toList());
        List<String> unseen = signals.stream()
                .filter(signal -> signal.evidence().lean() == Lean.UNKNOWN)
                .map(signal -> signal.evidence().signal())
                .toList();
        if (!unseen.isEmpty()) {
            clauses.add("not applicable: " + String.join(", ", unseen));
        }
        return sentence(clauses);
    }

    private static String needed(LogOdds odds) {
        if (odds.disputed()) {
            return "a strong kind of evidence for a user who waits bars a `no`";
        }
        double needed = StrictMath.log(Rules.ANSWERS.value() / (1 - Rules.ANSWERS.value()));
        return String.format(
                Locale.ROOT,
                "`no` needs %.2f more log-odds and `yes` %.2f",
                needed - odds.total(),
                needed + odds.total());
    }

    private List<String> without(String now) {
        return IntStream.range(0, signals.size())
                .filter(place -> signals.get(place).weight() != 0)
                .filter(place -> !now.equals(value(LogOdds.of(replaced(place, 0)))))
                .mapToObj(place -> "without `" + signals.get(place).evidence().signal() + "` it would be "
                        + value(LogOdds.of(replaced(place, 0))))
                .toList();
    }

    /// The strongest findings on one side that would change the answer.
    private List<String> with(String now, boolean forNobody) {
        record Change(double weight, String text) {}
        List<Probe> probes = Signals.probes();
        List<Change> changes = new ArrayList<>();
        for (int place = 0; place < probes.size(); place++) {
            for (Probe.Weighing weighing : probes.get(place).weighings()) {
                double weight = weighing.weight().value();
                String then = value(LogOdds.of(replaced(place, weight)));
                if (weighing.forNobody() == forNobody && !then.equals(now)) {
                    changes.add(new Change(Math.abs(weight), "with " + weighing.when() + " it would be " + then));
                }
            }
        }
        return changes.stream()
                .sorted(Comparator.comparingDouble(Change::weight).reversed())
                .map(Change::text)
                .limit(MOST_NAMED)
                .toList();
    }

    private List<Signal> replaced(int place, double weight) {
        List<Signal> changed = new ArrayList<>(signals);
        Signal signal = signals.get(place);
        changed.set(place, new Signal(signal.family(), weight, signal.evidence()));
        return changed;
    }

    private static String sentence(List<String> clauses) {
        return Wording.capitalized(String.join("; ", clauses)) + ".";
    }
}
