package dev.batchable.input.billing;

import dev.batchable.record.Providers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Who sells what a charge is for, told by the names of seller and service.
final class Seller {
    /// Companies that bill nothing but model usage.
    private static final Set<String> MODEL_SELLERS = Set.of(
            Providers.OPENAI,
            Providers.ANTHROPIC,
            "mistral",
            "xai",
            "groq",
            "together",
            "fireworks",
            "deepseek",
            "cohere",
            "voyage",
            Providers.OPENROUTER);

    /// Sellers that only a gateway's own FOCUS export names so.
    private static final Set<String> GATEWAY_NAMES =
            Set.of(Providers.VERTEX, Providers.GEMINI, Providers.BEDROCK, Providers.AZURE);

    private static final Pattern MODEL_SERVICE =
            Pattern.compile("\\b(bedrock|openai|claude|anthropic|gemini api|gemini enterprise|foundry models)\\b");
    /// In usage types of AWS Marketplace, through which Claude and other third-party models are billed under
    /// product codes that say nothing.
    private static final String MARKETPLACE = "mp:";

    private final ChargeTexts texts;
    private final String seller;
    private final String service;

    private Seller(ChargeTexts texts) {
        this.texts = texts;
        this.seller = lower(texts.seller());
        this.service = lower(texts.service());
    }

    static Seller of(ChargeTexts texts) {
        return new Seller(texts);
    }

    static boolean isMarketplace(String usageType) {
        String type = usageType.toLowerCase(Locale.ROOT);
        return type.contains(MARKETPLACE) && (type.contains("token") || type.contains("tpm"));
    }

    boolean isBedrock() {
        return service.contains("bedrock")
                || texts.usageType().filter(Seller::isMarketplace).isPresent();
    }

    boolean sellsModels() {
        return isBedrock()
                || MODEL_SERVICE.matcher(service).find()
                || MODEL_SELLERS.contains(maker())
                || classes().contains("generative ai");
    }

    /// Whether the bill classes the service as artificial intelligence, or does not class it.
    boolean mayBeIntelligence() {
        List<String> classes = classes();
        return classes.isEmpty() || classes.contains("ai and machine learning");
    }

    /// The canonical name of a seller of models; others keep the name they have on the bill.
    String name(boolean ofModels) {
        return ofModels ? provider() : texts.seller().or(texts::service).orElse("(unnamed)");
    }

    private String provider() {
        if (isBedrock()) {
            return Providers.BEDROCK;
        } else if (seller.contains("microsoft") || seller.contains("azure") || service.contains("azure")) {
            return Providers.AZURE;
        } else if (service.contains("vertex") || service.contains("gemini enterprise") || isPartnerOfGoogle()) {
            return Providers.VERTEX;
        } else if (service.contains("gemini")) {
            return Providers.GEMINI;
        }
        return MODEL_SELLERS.contains(maker()) || GATEWAY_NAMES.contains(maker()) ? maker() : ofService();
    }

    /// Models of other makers have services of their own on Google Cloud's bill, such as `Claude Sonnet 4.6`.
    private boolean isPartnerOfGoogle() {
        return seller.equals("google cloud") && !service.contains("gemini");
    }

    /// The first word of the seller's name in canonical spelling: `Anthropic, PBC` is `anthropic`.
    private String maker() {
        return Providers.canonical(seller.split("[ ,.]", 2)[0]).orElse("");
    }

    private String ofService() {
        if (service.contains("claude") || service.contains("anthropic")) {
            return Providers.ANTHROPIC;
        }
        return service.contains("openai") ? Providers.OPENAI : name(false);
    }

    private List<String> classes() {
        return texts.kindOfService().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String lower(Optional<String> name) {
        return name.orElse("").strip().toLowerCase(Locale.ROOT);
    }
}
