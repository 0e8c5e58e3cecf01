package dev.batchable.checklist.evidence;

import dev.batchable.profile.ModelActivity;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.profile.WorkloadProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BinomialDistribution;

/// The incidents of all models that the workloads ask: spells over all of a model's workloads together, where an
/// outage shows before it shows in one alone.
///
/// Not every spell is the provider's. It is left out where calls were refused at a load beyond all that was carried
/// without a refusal, for that is a limit at work and no incident; and where the workload in most trouble fails more
/// than twice as often as the others then, one error in a thousand, for that is its own. A spell of the only workload
/// of a model cannot be told from the workload's own trouble and is kept.
public final class Incidents {
    private static final Comparator<Incident> IN_TIME = Comparator.comparingLong(
                    (Incident incident) -> incident.spell().start())
            .thenComparing(incident -> incident.model().toString())
            .thenComparing(incident -> incident.spell().kind());
    private static final Comparator<Reaction> BY_CALLS = Comparator.comparingLong(
                    (Reaction reaction) -> reaction.during().requests())
            .reversed()
            .thenComparing(Reaction::workload)
            .thenComparing(Reaction::toString);

    private Incidents() {}

    private record Member(WorkloadProfile profile, ModelActivity activity, Reactions reactions) {}

    /// In order of time. Workloads known more coarsely than by the minute are left out, and models without a name.
    public static List<Incident> of(List<WorkloadProfile> profiles) {
        Map<ModelRef, List<Member>> byModel = new HashMap<>();
        for (WorkloadProfile profile : profiles) {
            if (Subject.showsMinutes(profile)) {
                profile.activity()
                        .byModel()
                        .forEach((model, activity) -> byModel.computeIfAbsent(model, any -> new ArrayList<>())
                                .add(new Member(profile, activity, new Reactions(profile, model, activity))));
            }
        }
        return byModel.entrySet().stream()
                .filter(lane -> lane.getKey().provider().isPresent()
                        && lane.getKey().model().isPresent())
                .flatMap(lane -> incidents(lane.getKey(), lane.getValue()))
                .sorted(IN_TIME)
                .toList();
    }

    /// As [#of], of one workload by itself.
    public static List<Incident> of(WorkloadProfile profile) {
        return of(List.of(profile));
    }

    private static Stream<Incident> incidents(ModelRef model, List<Member> members) {
        Load load = Load.of(members.stream().map(Member::activity).toList());
        List<Spell> failing = Spell.failing(load.series());
        Stream<Incident> errors = failing.stream()
                .filter(spell -> !load.refusesBeyond(spell))
                .map(spell -> incident(model, spell, members))
                .filter(incident -> !isOneWorkloads(incident));
        Stream<Incident> slow = LatencyChart.spells(timed(members)).stream()
                .filter(spell -> failing.stream().noneMatch(spell::overlaps))
                .map(load::counted)
                .map(spell -> incident(model, spell, members));
        return Stream.concat(errors, slow);
    }

    /// Workloads whose time under way is that of this model's calls, nearly all of which tell their latency.
    private static List<LatencyChart.Member> timed(List<Member> members) {
        return members.stream()
                .filter(member -> member.profile().activity().byModel().size() == 1)
                .filter(member -> latencies(member.profile()))
                .map(member -> new LatencyChart.Member(
                        member.activity().series(), member.profile().activity().inFlight()))
                .toList();
    }

    private static boolean latencies(WorkloadProfile profile) {
        long told = profile.timings().latency().map(known -> known.samples()).orElse(0L);
        return SpellRules.SLOW_TOLD.reachedBy(
                (double) told / Math.max(1, profile.usage().total().requests()));
    }

    private static Incident incident(ModelRef model, Spell spell, List<Member> members) {
        return new Incident(
                model,
                spell,
                members.stream()
                        .flatMap(member -> member.reactions().in(spell).stream())
                        .sorted(BY_CALLS)
                        .toList());
    }

    private static boolean isOneWorkloads(Incident incident) {
        Optional<Reaction.During> worst = incident.reactions().stream()
                .map(Reaction::during)
                .max(Comparator.comparingLong(Reaction.During::failed).thenComparingLong(Reaction.During::requests));
        if (worst.isEmpty() || incident.spell().failed() == 0) {
            return false;
        }
        long others = incident.spell().requests() - worst.get().requests();
        long failed = incident.spell().failed() - worst.get().failed();
        double half = (double) worst.get().failed() / worst.get().requests() / 2;
        return others > 0
                && new BinomialDistribution(null, (int) Math.min(Integer.MAX_VALUE, others), half)
                                .cumulativeProbability((int) Math.min(Integer.MAX_VALUE, failed))
                        < SpellRules.REACTION_CHANCE.value();
    }
}
