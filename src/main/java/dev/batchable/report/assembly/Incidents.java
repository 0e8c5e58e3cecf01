package dev.batchable.report.assembly;

import dev.batchable.checklist.Judgement;
import dev.batchable.checklist.evidence.Spell;
import dev.batchable.profile.Series;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.report.Appendix.Incident;
import dev.batchable.report.Appendix.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Spells in which a provider failed, and what each workload did in them.
///
/// A spell is looked for in the calls of all workloads that use a provider, added up minute by minute: an
/// outage shows in all of them together before it shows in one alone. What a workload did is told by its calls
/// then, against its calls in the same time before. Workloads known more coarsely than by the minute, or that
/// use several providers, are left out. Calls of one minute have no price of their own, so money is unknown
/// here.
final class Incidents {
    private static final Comparator<Incident> IN_TIME =
            Comparator.comparing(Incident::from).thenComparing(Incident::domain);

    private Incidents() {}

    static List<Incident> of(List<Judgement> judgements) {
        Map<String, List<WorkloadProfile>> byProvider = new TreeMap<>();
        for (Judgement judgement : judgements) {
            WorkloadProfile profile = judgement.workload().profile();
            provider(profile)
                    .ifPresent(provider -> byProvider
                            .computeIfAbsent(provider, any -> new ArrayList<>())
                            .add(profile));
        }
        return byProvider.entrySet().stream()
                .flatMap(entry -> Spell.of(sum(entry.getValue())).stream()
                        .map(spell -> incident(entry.getKey(), spell, entry.getValue()))
                        .filter(Incidents::isOfTheProvider))
                .sorted(IN_TIME)
                .toList();
    }

    /// A single minute that troubles one workload alone is that workload's own burst against a rate limit,
    /// which its quota domain counts.
    private static boolean isOfTheProvider(Incident incident) {
        long troubled = incident.reactions().stream()
                .filter(reaction -> reaction.troubled() > 0)
                .count();
        boolean lasts = Duration.between(incident.from(), incident.to()).compareTo(Duration.ofMinutes(1)) > 0;
        return lasts || troubled > 1;
    }

    private static Optional<String> provider(WorkloadProfile profile) {
        List<Optional<String>> providers = profile.usage().rows().keySet().stream()
                .map(key -> key.model().provider())
                .distinct()
                .toList();
        boolean byTheMinute = profile.activity().resolution().compareTo(Duration.ofMinutes(1)) <= 0;
        return byTheMinute && providers.size() == 1 ? providers.get(0) : Optional.empty();
    }

    private static Series sum(List<WorkloadProfile> profiles) {
        TreeMap<Long, Series.Slot> slots = new TreeMap<>();
        for (WorkloadProfile profile : profiles) {
            Series series = profile.activity().series();
            for (int i = 0; i < series.size(); i++) {
                slots.merge(slot(series, i).minute(), slot(series, i), Incidents::plus);
            }
        }
        return Series.of(List.copyOf(slots.values()));
    }

    private static Series.Slot slot(Series series, int index) {
        return new Series.Slot(
                series.minute(index), series.requests(index), series.tokens(index), series.troubled(index));
    }

    private static Series.Slot plus(Series.Slot one, Series.Slot other) {
        return new Series.Slot(
                one.minute(),
                one.requests() + other.requests(),
                one.tokens() + other.tokens(),
                one.troubled() + other.troubled());
    }

    private static Incident incident(String provider, Spell spell, List<WorkloadProfile> profiles) {
        return new Incident(
                provider,
                "errors",
                Instant.ofEpochSecond(Math.multiplyExact(spell.start(), 60)),
                Instant.ofEpochSecond(Math.multiplyExact(spell.end(), 60)),
                spell.requests(),
                spell.failed(),
                profiles.stream()
                        .flatMap(profile -> reaction(spell, profile).stream())
                        .sorted(Comparator.comparingLong(Reaction::requests)
                                .reversed()
                                .thenComparing(Reaction::workload))
                        .toList());
    }

    /// Empty for a workload that had no calls then nor in the time before.
    private static Optional<Reaction> reaction(Spell spell, WorkloadProfile profile) {
        Series series = profile.activity().series();
        long length = spell.end() - spell.start();
        long before = requests(series, spell.start() - length, spell.start());
        long during = requests(series, spell.start(), spell.end());
        if (before + during == 0) {
            return Optional.empty();
        }
        long troubled = within(series, spell.start(), spell.end())
                .mapToLong(series::troubled)
                .sum();
        return Optional.of(
                new Reaction(profile.key().name(), during, troubled, behaviour(before, during), Optional.empty()));
    }

    private static String behaviour(long before, long during) {
        if (during > before) {
            return "called more";
        }
        return during * 2 >= before ? "went on calling" : "held back";
    }

    private static long requests(Series series, long from, long to) {
        return within(series, from, to).mapToLong(series::requests).sum();
    }

    private static IntStream within(Series series, long from, long to) {
        return IntStream.range(0, series.size()).filter(i -> series.minute(i) >= from && series.minute(i) < to);
    }
}
