package dev.batchable.price;

import dev.batchable.price.KeyCharge.Basis;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What the spend of a workload rests on, said where it applies.
final class SpendAssumptions {
    private SpendAssumptions() {}

    static List<String> of(ChargedWorkload workload) {
        List<String> all = new ArrayList<>();
        long refused = calls(workload, key -> key.basis() == Basis.REFUSED);
        if (refused > 0) {
            all.add(refused
                    + " failed call(s) without tokens or cost count as free: providers do not charge what they refuse");
        }
        long provisioned = calls(workload, key -> key.basis() == Basis.PROVISIONED);
        if (provisioned > 0) {
            all.add(provisioned + " call(s) ran on provisioned capacity, which has no price per call");
        }
        if (any(workload, key -> key.basis() == Basis.PRICED && key.key().tier() == Tier.UNKNOWN)) {
            all.add("tokens of calls on an unknown tier are priced at the standard rate; they never count as movable");
        }
        if (any(workload, SpendAssumptions::borrowsStandardPrice)) {
            all.add("cached tokens on a deferred tier without a price of their own are charged at the standard price");
        }
        workload.foreign().stream()
                .map(charge -> charge.currency().orElse("?"))
                .distinct()
                .sorted()
                .forEach(currency -> all.add("spend in " + currency + " is listed apart: no exchange rate is given"));
        return all;
    }

    private static boolean borrowsStandardPrice(KeyCharge charge) {
        return charge.basis() == Basis.PRICED
                && charge.key().tier().isDeferred()
                && charge.card()
                        .rate(TokenKind.CACHE_READ)
                        .filter(rate -> rate.row().subject().tier() == Tier.STANDARD)
                        .isPresent()
                && charge.usage().tokens().cacheRead() > 0;
    }

    private static long calls(ChargedWorkload workload, Predicate<KeyCharge> wanted) {
        return workload.keys().stream()
                .map(RatedKey::charge)
                .filter(wanted)
                .mapToLong(charge -> charge.usage().requests())
                .sum();
    }

    private static boolean any(ChargedWorkload workload, Predicate<KeyCharge> wanted) {
        return workload.keys().stream().map(RatedKey::charge).anyMatch(wanted);
    }
}
