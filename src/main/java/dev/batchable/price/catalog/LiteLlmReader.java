package dev.batchable.price.catalog;

import dev.batchable.profile.RatingScheme;
import dev.batchable.record.Money;
import dev.batchable.record.Providers;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads LiteLLM's `model_prices_and_context_window.json` (github.com/BerriAI/litellm, MIT): an object of
/// models, prices as JSON numbers per token, tier and context band in the field's name. The file knows no
/// dates, so its prices are a snapshot of today. It has no batch prices of cached tokens; they stay unknown. A
/// price of exactly 0 there means free or not known, and is not taken.
final class LiteLlmReader {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final String SAMPLE = "sample_spec";
    private static final Set<String> MODES = Set.of("chat", "completion", "responses", "embedding");
    /// Kind, time to live, prompt length and tier, such as
    /// `cache_creation_input_token_cost_above_1hr_above_200k_tokens`.
    private static final Pattern FIELD = Pattern.compile("(input_cost_per_token|output_cost_per_token"
            + "|cache_read_input_token_cost|cache_creation_input_token_cost)"
            + "(_above_1hr)?(?:_above_(\\d{1,6})k_tokens)?(?:_(batches|flex|priority))?");

    private final Source source;
    private final Map<String, ModelEntry> models = new LinkedHashMap<>();

    private LiteLlmReader(String name) {
        this.source = new Source(name, Optional.empty(), Source.Confidence.USER);
    }

    static boolean claims(JsonPlace root) {
        return root.node().isObject()
                && !root.node().has("schema")
                && root.node().properties().stream()
                        .anyMatch(model -> model.getValue().has("litellm_provider"));
    }

    static Catalog read(JsonPlace root, String name) throws PriceFileException {
        LiteLlmReader reader = new LiteLlmReader(name);
        for (Map.Entry<String, JsonPlace> model : root.fields()) {
            if (!model.getKey().equals(SAMPLE)) {
                reader.add(model.getKey(), model.getValue());
            }
        }
        return new Catalog(List.copyOf(reader.models.values()), Map.of(), true);
    }

    /// Of several entries for one model, such as `gpt-4o` and `openai/gpt-4o`, the first counts; one that is
    /// bound to a region, such as `azure/us/gpt-4o`, never stands for the model as a whole.
    private void add(String key, JsonPlace model) throws PriceFileException {
        Optional<String> provider = model.text("litellm_provider").flatMap(LiteLlmReader::provider);
        ModelName name = ModelName.of(key);
        if (provider.isEmpty() || name.routing().isPresent() || !isTextMode(model)) {
            return;
        }
        String bare = stripped(key);
        List<PriceRow> rows = rows(provider.get(), bare, model);
        if (!rows.isEmpty()) {
            models.putIfAbsent(
                    provider.get() + "/" + ModelName.key(bare),
                    ModelEntry.alias(provider.get(), bare, List.of()).with(rows));
        }
    }

    private static boolean isTextMode(JsonPlace model) throws PriceFileException {
        return model.text("mode").map(MODES::contains).orElse(true);
    }

    private static Optional<String> provider(String spelling) {
        return spelling.startsWith("vertex_ai") ? Optional.of(Providers.VERTEX) : Providers.canonical(spelling);
    }

    private static String stripped(String key) {
        return key.substring(key.indexOf('/') + 1);
    }

    private List<PriceRow> rows(String provider, String name, JsonPlace model) throws PriceFileException {
        List<PriceRow> rows = new ArrayList<>();
        for (Map.Entry<String, JsonPlace> field : model.fields()) {
            Matcher matcher = FIELD.matcher(field.getKey());
            if (matcher.matches() && field.getValue().price().signum() > 0) {
                PriceRow.Subject subject =
                        new PriceRow.Subject(provider, name, tier(matcher), kind(matcher), band(matcher));
                rows.add(new PriceRow(
                        CatalogReader.id(subject, Optional.empty()),
                        subject,
                        Decimals.normal(field.getValue().price().multiply(MILLION)),
                        Money.USD,
                        PriceRow.Validity.ALWAYS,
                        source,
                        Optional.empty()));
            }
        }
        return rows;
    }

    private static Tier tier(Matcher field) {
        return switch (String.valueOf(field.group(4))) {
            case "batches" -> Tier.BATCH;
            case "flex" -> Tier.FLEX;
            case "priority" -> Tier.PRIORITY;
            default -> Tier.STANDARD;
        };
    }

    private static TokenKind kind(Matcher field) {
        return switch (field.group(1)) {
            case "input_cost_per_token" -> TokenKind.INPUT;
            case "output_cost_per_token" -> TokenKind.OUTPUT;
            case "cache_read_input_token_cost" -> TokenKind.CACHE_READ;
            default -> field.group(2) == null ? TokenKind.CACHE_WRITE_5M : TokenKind.CACHE_WRITE_1H;
        };
    }

    private static String band(Matcher field) {
        return field.group(3) == null ? RatingScheme.BASE : ">" + field.group(3) + "k";
    }
}
