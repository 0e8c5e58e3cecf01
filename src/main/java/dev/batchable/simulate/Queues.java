package dev.batchable.simulate;

import dev.batchable.checklist.Deferral;
import dev.batchable.checklist.evidence.ChecklistSettings;
import dev.batchable.checklist.evidence.QuotaScope;
import dev.batchable.price.catalog.QueueCap;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.profile.ModelActivity;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.record.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Puts the calls of all chosen workloads to the queues they would share: one for each tier, provider, account,
/// region and model.
final class Queues {
    private static final Comparator<Key> ORDER =
            Comparator.comparing((Key key) -> key.scope().name()).thenComparing(Key::target);

    private final ChecklistSettings settings;
    private final SimulationRequest request;
    private final Lanes lanes;

    Queues(Judged judged, SimulationRequest request) {
        settings = judged.settings();
        this.request = request;
        lanes = new Lanes(judged.policy());
    }

    private record Key(QuotaScope scope, Tier target) {}

    private record Member(Chosen chosen, ModelRef model, ModelActivity activity) {}

    /// One queue.
    ///
    /// @param rule documented of the tier for its model
    /// @param formed the batches of each lane
    record Queue(
            QuotaScope scope,
            Tier target,
            TierRule rule,
            Optional<Cap> cap,
            List<Chosen> members,
            List<Lane> lanes,
            List<Batching.Formed> formed) {}

    /// By name; without calls that would stay because the tier is not offered for their model.
    List<Queue> of(List<Chosen> chosen) {
        Map<Key, List<Member>> byKey = new TreeMap<>(ORDER);
        for (Chosen workload : chosen) {
            workload.profile().activity().byModel().forEach((model, activity) -> {
                Key key = new Key(QuotaScope.of(workload.profile(), model), workload.target());
                byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(new Member(workload, model, activity));
            });
        }
        return byKey.entrySet().stream()
                .filter(entry -> !(rule(entry.getKey()) instanceof TierRule.NotOffered))
                .map(entry -> queue(entry.getKey(), entry.getValue()))
                .filter(queue -> !queue.lanes().isEmpty())
                .toList();
    }

    private TierRule rule(Key key) {
        return settings.tierRules().apply(key.scope().model(), key.target());
    }

    private Queue queue(Key key, List<Member> members) {
        TierRule rule = rule(key);
        Optional<Cap> cap = key.target() == Tier.BATCH ? cap(rule, key.scope().model()) : Optional.empty();
        List<Lane> all = members.stream()
                .map(member -> lanes.of(member.chosen(), member.model(), member.activity(), rule, cap))
                .filter(lane -> lane.arrivals().size() > 0)
                .toList();
        return new Queue(
                key.scope(),
                key.target(),
                rule,
                cap,
                members.stream().map(Member::chosen).distinct().toList(),
                all,
                all.stream().map(Batching::of).toList());
    }

    /// The one given, else the smallest that is documented, since no log tells the account's level.
    private Optional<Cap> cap(TierRule rule, ModelRef model) {
        if (request.cap().isPresent() || !(rule instanceof TierRule.Offered offered)) {
            return request.cap();
        }
        List<QueueCap> told = Deferral.caps(offered, model).stream()
                .filter(cap -> cap.most().isPresent())
                .toList();
        String note = told.size() > 1 ? ", the smallest documented level" : "";
        return told.stream()
                .findFirst()
                .map(cap -> new Cap(cap.unit(), cap.most().orElseThrow(), cap.level() + note));
    }
}
