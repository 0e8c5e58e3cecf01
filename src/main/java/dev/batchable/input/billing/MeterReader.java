package dev.batchable.input.billing;

import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Meter;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Concludes from the texts of a charge what it is for; shared by all bills that have no column for it.
///
/// Each fact comes from the first text that tells it: the usage type before other meter texts, those before the
/// description, the service name last and for the model only.
final class MeterReader {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final ChargeTexts texts;
    private final boolean tiersAreNamed;
    private final List<MeterText> readings = new ArrayList<>();
    private final Seller seller;

    private MeterReader(ChargeTexts texts, boolean tiersAreNamed) {
        this.texts = texts;
        this.tiersAreNamed = tiersAreNamed;
        this.seller = Seller.of(texts);
        // Most lines of a cloud bill are for other services; their texts are not worth the reading.
        if (seller.sellsModels() || seller.mayBeIntelligence()) {
            Stream.of(texts.usageType().stream(), texts.meters().stream(), texts.description().stream())
                    .flatMap(Function.identity())
                    .map(MeterGrammar::read)
                    .forEach(readings::add);
        }
    }

    static Meter read(ChargeTexts texts) {
        return new MeterReader(texts, false).meter();
    }

    /// Reads a charge of a bill on which every tier has meters of its own and only standard goes unsaid, so that token
    /// meters that name no tier are of that one.
    static Meter readNamingTiers(ChargeTexts texts) {
        return new MeterReader(texts, true).meter();
    }

    private Meter meter() {
        boolean ofModels = seller.sellsModels() || isTokenMeter();
        boolean modelUsage = ofModels && texts.category() == ChargeCategory.USAGE;
        return new Meter(
                seller.name(ofModels),
                description(),
                modelUsage ? model() : Optional.empty(),
                modelUsage ? kind() : Optional.empty(),
                modelUsage ? tier() : Tier.UNKNOWN,
                modelUsage ? tokens() : Optional.empty(),
                modelUsage);
    }

    /// Services that sell more than models (Vertex AI, Cognitive Services) are recognised by the meter.
    private boolean isTokenMeter() {
        boolean named = model().isPresent() || readings.stream().anyMatch(MeterText::countsTokens);
        return kind().isPresent() && named;
    }

    private Optional<String> model() {
        return Stream.concat(readings.stream(), texts.service().stream().map(MeterGrammar::read))
                .flatMap(reading -> reading.model().stream())
                .findFirst();
    }

    private Optional<TokenKind> kind() {
        return readings.stream().flatMap(reading -> reading.kind().stream()).findFirst();
    }

    /// Of Bedrock's usage types it is documented that standard goes unsaid, on whatever bill they stand.
    private Tier tier() {
        boolean ofBedrock = seller.isBedrock() && texts.usageType().isPresent();
        boolean standardUnsaid = (ofBedrock || tiersAreNamed) && kind().isPresent();
        return readings.stream()
                .map(MeterText::tier)
                .filter(tier -> tier != Tier.UNKNOWN)
                .findFirst()
                .orElse(standardUnsaid ? Tier.STANDARD : Tier.UNKNOWN);
    }

    private Optional<BigDecimal> tokens() {
        return texts.quantities().stream()
                .flatMap(quantity -> factor(quantity.unit()).map(quantity.amount()::multiply).stream())
                .findFirst();
    }

    private Optional<BigDecimal> factor(String unit) {
        Optional<BigDecimal> factor = TokenUnit.factor(unit).filter(tokens -> isOfTokens(unit));
        boolean unitsOfMarketplace = unit.strip().toLowerCase(Locale.ROOT).equals("units")
                && texts.usageType().filter(Seller::isMarketplace).isPresent()
                && kind().isPresent();
        return unitsOfMarketplace ? Optional.of(MILLION) : factor;
    }

    /// A unit that does not speak of tokens, such as `1K`, may count searches or pictures; the meter's kind tells.
    private boolean isOfTokens(String unit) {
        return kind().isPresent() || unit.toLowerCase(Locale.ROOT).contains("token");
    }

    private String description() {
        return Stream.of(
                        texts.description().stream(),
                        texts.meters().stream(),
                        texts.usageType().stream(),
                        texts.service().stream())
                .flatMap(Function.identity())
                .findFirst()
                .orElse("(no description)");
    }
}
