package dev.batchable.input.billing;

import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Meter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads the SKU of a Google Cloud charge, such as `Gemini 2.5 Flash Text Input - Batch Predictions`.
///
/// Batch, flex, priority and provisioned use have SKUs of their own (<https://cloud.google.com/skus>), so that one
/// which
/// names none of them is standard. Quantities come as `count`, which for Gemini from version 2 on and for SKUs that
/// speak of tokens means tokens; Gemini 1 was billed by characters on Vertex AI.
final class GcpSku {
    static final String SELLER = "Google Cloud";

    private static final String COUNT = "count";
    private static final String BY_CHARACTERS = "gemini-1";
    /// Words by which a SKU means another model than the one it names, with another price.
    private static final List<Map.Entry<String, String>> OTHER_MODELS =
            List.of(Map.entry("native image generation", "-image"), Map.entry(" live ", "-live"));

    private GcpSku() {}

    static Meter read(
            ChargeCategory category,
            Optional<String> service,
            Optional<String> sku,
            Optional<ChargeTexts.Quantity> quantity) {
        MeterText text = MeterGrammar.read(sku.orElse(""));
        Meter meter = MeterReader.readNamingTiers(new ChargeTexts(
                category,
                Optional.of(SELLER),
                service,
                List.of(),
                Optional.empty(),
                List.of(),
                sku,
                quantity.map(amount -> inTokens(amount, text)).stream().toList()));
        return meter.model()
                .map(model -> meter.withModel(model + otherModel(sku.orElse(""))))
                .orElse(meter);
    }

    private static ChargeTexts.Quantity inTokens(ChargeTexts.Quantity quantity, MeterText text) {
        boolean byTokens = text.countsTokens()
                || text.model()
                        .filter(model -> !model.startsWith(BY_CHARACTERS))
                        .isPresent();
        return text.kind().isPresent() && byTokens && quantity.unit().equalsIgnoreCase(COUNT)
                ? new ChargeTexts.Quantity(quantity.amount(), "tokens")
                : quantity;
    }

    private static String otherModel(String sku) {
        String lower = sku.toLowerCase(Locale.ROOT);
        return OTHER_MODELS.stream()
                .filter(words -> lower.contains(words.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
