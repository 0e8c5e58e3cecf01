package dev.batchable.input.format;

import dev.batchable.record.Field;
import dev.batchable.record.Tier;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Service tiers as providers and gateways spell them.
final class Tiers {
    private static final Map<String, Tier> SPELLINGS = Map.ofEntries(
            Map.entry("standard", Tier.STANDARD),
            Map.entry("default", Tier.STANDARD),
            Map.entry("auto", Tier.STANDARD),
            Map.entry("on_demand", Tier.STANDARD),
            Map.entry("on-demand", Tier.STANDARD),
            Map.entry("ondemand", Tier.STANDARD),
            // Vertex AI's traffic types.
            Map.entry("on_demand_priority", Tier.PRIORITY),
            Map.entry("on_demand_flex", Tier.FLEX),
            Map.entry("standard_only", Tier.STANDARD),
            Map.entry("priority", Tier.PRIORITY),
            Map.entry("priority_on_demand", Tier.PRIORITY),
            Map.entry("fast", Tier.PRIORITY),
            Map.entry("batch", Tier.BATCH),
            Map.entry("flex", Tier.FLEX),
            Map.entry("flex_discount", Tier.FLEX),
            Map.entry("provisioned", Tier.PROVISIONED),
            Map.entry("provisioned_throughput", Tier.PROVISIONED),
            Map.entry("scale", Tier.PROVISIONED),
            Map.entry("reserved", Tier.PROVISIONED));

    private Tiers() {}

    /// The tier of a synchronous call: STANDARD where the source does not say, which reports state as an
    /// assumption; UNKNOWN for a word that is not known.
    static Tier ofCall(TrackedRow row) {
        return told(row).orElse(Tier.STANDARD);
    }

    /// The tier of a bucket: UNKNOWN where the source does not say, since buckets mix tiers.
    static Tier ofBucket(TrackedRow row) {
        return told(row).orElse(Tier.UNKNOWN);
    }

    private static Optional<Tier> told(TrackedRow row) {
        Optional<Tier> named = row.decoded(Field.SERVICE_TIER, text -> Optional.of(named(text)));
        Optional<Tier> marked = row.decoded(Field.TIER_FLAG, Tiers::marked);
        if (marked.isPresent()) {
            row.note(Field.SERVICE_TIER);
        }
        return marked.or(() -> named);
    }

    /// A mark that is not set tells nothing: what is no batch may still be flex or priority.
    private static Optional<Tier> marked(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "1.0", "yes", "batch" -> Optional.of(Tier.BATCH);
            case "fast", "priority" -> Optional.of(Tier.PRIORITY);
            default -> Optional.empty();
        };
    }

    private static Tier named(String text) {
        return SPELLINGS.getOrDefault(text.strip().toLowerCase(Locale.ROOT), Tier.UNKNOWN);
    }
}
