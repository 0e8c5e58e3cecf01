package dev.batchable.price;

import dev.batchable.profile.Usage;
import dev.batchable.profile.WorkloadProfile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A workload's charges, sorted by what can be done with them.
///
/// @param keys in the report's currency
/// @param foreign in a currency that cannot be converted
/// @param unpriced without a known cost
record ChargedWorkload(
        WorkloadProfile profile, List<RatedKey> keys, List<KeyCharge> foreign, List<KeyCharge> unpriced) {

    /// Sorts charges.
    ///
    /// @param factors what a unit of a currency is worth in the report's; empty where it cannot be told
    static ChargedWorkload of(
            WorkloadProfile profile, List<KeyCharge> charges, Function<String, Optional<BigDecimal>> factors) {
        List<RatedKey> keys = new ArrayList<>();
        List<KeyCharge> foreign = new ArrayList<>();
        List<KeyCharge> unpriced = new ArrayList<>();
        for (KeyCharge charge : charges) {
            if (charge.basis() == KeyCharge.Basis.UNPRICED) {
                unpriced.add(charge);
                continue;
            }
            Optional<BigDecimal> factor = charge.currency().map(factors).orElse(Optional.of(BigDecimal.ONE));
            factor.ifPresentOrElse(
                    value -> keys.add(new RatedKey(charge, value, charge.usage(), wasted(profile, charge))),
                    () -> foreign.add(charge));
        }
        return new ChargedWorkload(profile, keys, foreign, unpriced);
    }

    private static Usage wasted(WorkloadProfile profile, KeyCharge charge) {
        if (charge.key().outcome().isFailure()) {
            return charge.usage();
        }
        return profile.repeats().rows().getOrDefault(charge.key(), Collections.emptySortedMap()).values().stream()
                .reduce(Usage.NONE, Usage::plus);
    }

    String name() {
        return profile.key().name();
    }

    Stream<RatedKey> realtime() {
        return keys.stream().filter(RatedKey::isRealtime);
    }

    Spend spend() {
        return keys.stream().map(ChargedWorkload::spend).reduce(Spend.ZERO, Spend::plus);
    }

    private static Spend spend(RatedKey key) {
        BigDecimal amount = key.amount();
        BigDecimal none = BigDecimal.ZERO;
        return switch (key.charge().key().tier()) {
            case STANDARD, PRIORITY -> new Spend(amount, amount, none, none, none, key.waste(), key.movable());
            case BATCH, FLEX -> new Spend(amount, none, amount, none, none, key.waste(), none);
            case PROVISIONED -> new Spend(amount, none, none, amount, none, key.waste(), none);
            case UNKNOWN -> new Spend(amount, none, none, none, amount, key.waste(), none);
        };
    }

    RatedWorkload.Unpriced unpricedTotals() {
        long requests = 0;
        long tokens = 0;
        for (KeyCharge charge : unpriced) {
            requests += charge.usage().requests();
            tokens += charge.usage().tokens().total();
        }
        List<String> models = unpriced.stream()
                .map(charge -> charge.key().model().model().orElse("?"))
                .distinct()
                .sorted()
                .toList();
        return new RatedWorkload.Unpriced(requests, tokens, models);
    }
}
