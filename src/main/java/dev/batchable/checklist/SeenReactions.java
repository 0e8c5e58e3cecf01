package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Incident;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Minutes;
import dev.batchable.checklist.evidence.Reaction;
import dev.batchable.checklist.evidence.Reaction.Behaviour;
import dev.batchable.checklist.evidence.Spell;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What one workload did in the incidents that reached it.
final class SeenReactions {
    private static final int SHOWN = 3;
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Subject subject;
    private final List<Seen> seen;

    private SeenReactions(Subject subject, List<Seen> seen) {
        this.subject = subject;
        this.seen = seen;
    }

    private record Seen(Spell spell, Reaction reaction) {
        private long missed() {
            return reaction.during().failed() + reaction.during().heldBack();
        }
    }

    static SeenReactions of(Subject subject, List<Incident> incidents) {
        List<Seen> seen = new ArrayList<>();
        for (Incident incident : incidents) {
            incident.reactions().stream()
                    .filter(reaction -> reaction.workload().equals(subject.name()))
                    .filter(reaction -> reaction.behaviour() != Behaviour.UNAFFECTED)
                    .forEach(reaction -> seen.add(new Seen(incident.spell(), reaction)));
        }
        return new SeenReactions(subject, List.copyOf(seen));
    }

    boolean isEmpty() {
        return seen.isEmpty();
    }

    /// The behaviour of at least two thirds of the incidents that show one.
    Optional<Behaviour> shown() {
        Map<Behaviour, Long> counts = counts();
        return counts.entrySet().stream()
                .max(Map.Entry.<Behaviour, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .filter(most -> Rules.SAME_BEHAVIOUR.reachedBy((double) most.getValue() / clear(counts)))
                .map(Map.Entry::getKey);
    }

    /// Laplace's rule of succession: the chance that the next incident shows the same, never below that of one
    /// observation.
    double confidence() {
        Map<Behaviour, Long> counts = counts();
        long most = counts.values().stream().max(Comparator.naturalOrder()).orElse(0L);
        return Math.max(Rules.OBSERVED.value(), (most + 1.0) / (clear(counts) + 2.0));
    }

    private Map<Behaviour, Long> counts() {
        Map<Behaviour, Long> counts = new EnumMap<>(Behaviour.class);
        for (Seen one : seen) {
            if (one.reaction.behaviour().isClear()) {
                counts.merge(one.reaction.behaviour(), 1L, Long::sum);
            }
        }
        return counts;
    }

    private static long clear(Map<Behaviour, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Why nothing follows from what was seen.
    String unclear() {
        Map<Behaviour, Long> counts = counts();
        String spells = Wording.plural(seen.size(), "incident");
        return counts.isEmpty()
                ? spells + ", and none has enough of its calls to show whether failed ones were made good"
                : spells + ", and they differ: " + counts;
    }

    /// For a declaration that says otherwise.
    String failures() {
        long failed =
                seen.stream().mapToLong(one -> one.reaction.during().failed()).sum();
        return Wording.count(failed) + " calls failed in " + Wording.plural(seen.size(), "spell")
                + " and were neither retried nor made up for";
    }

    /// One piece for each of the largest incidents.
    ///
    /// @param waits whether users wait on the workload
    List<Evidence> evidence(boolean waits) {
        return seen.stream()
                .sorted(Comparator.comparingLong(Seen::missed)
                        .reversed()
                        .thenComparingLong(one -> one.spell.start())
                        .thenComparing(Seen::toString))
                .limit(SHOWN)
                .map(one -> evidence(one, waits))
                .toList();
    }

    private Evidence evidence(Seen one, boolean waits) {
        Reaction.During during = one.reaction.during();
        Behaviour behaviour = one.reaction.behaviour();
        String found = when(one.spell, subject.settings().zone()) + ": " + Wording.count(during.failed()) + " of "
                + Wording.plural(during.requests(), "call") + " failed" + (waits ? " and users saw it" : "") + ", "
                + Wording.count(during.retried()) + " retried, " + Wording.count(during.heldBack()) + " held back, "
                + Wording.count(one.reaction.caughtUp()) + " caught up later, "
                + Wording.count(one.reaction.switched()) + " sent to other models: " + behaviour.id();
        return subject.evidence(
                        "incident",
                        found,
                        "at least half of the failed or missing calls retried, caught up or switched",
                        during.requests(),
                        behaviour.isLater() ? Lean.BATCH : Lean.NEITHER)
                .within("calls beyond or below the usual number are told from chance at 1 in 1,000; one false incident"
                        + " in 1,000,000 minutes with calls");
    }

    private static String when(Spell spell, ZoneId zone) {
        return START.format(Minutes.at(spell.start(), zone)) + " " + Wording.zone(zone) + ", "
                + Wording.duration(Duration.ofMinutes(spell.minutes())) + " of "
                + spell.kind().id();
    }
}
