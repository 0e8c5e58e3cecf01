package dev.batchable.input.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whose rate limits a call counts against, as the address it went to or the resource it used tells.
///
/// Azure counts limits per resource (in truth per subscription, region and model, of which a resource is a part),
/// whose name begins the host (<https://learn.microsoft.com/azure/ai-foundry/openai/quotas-limits>); Google Cloud per
/// project, which stands in the path. Other addresses are the same for all customers. The deployment that a gateway
/// chose (`model_id` of LiteLLM) is not read: several of one account share its limits.
final class ProviderAccounts {
    private static final Pattern AZURE_HOST = Pattern.compile(
            "(?:^|//)([a-z0-9-]+)\\.(?:openai|cognitiveservices|services\\.ai)\\.azure\\.(?:com|us|cn)(?![a-z0-9.-])");
    private static final Pattern AZURE_RESOURCE = Pattern.compile("/accounts/([^/]+)");
    private static final Pattern GOOGLE_PROJECT = Pattern.compile("(?:^|/)projects/([^/]+)/");

    private ProviderAccounts() {}

    /// From an address or host, a resource id of Azure, or a resource name of Google Cloud, in lower case since
    /// sources differ in it.
    static Optional<String> of(String address) {
        String text = address.toLowerCase(Locale.ROOT);
        return first(AZURE_HOST, text).or(() -> first(AZURE_RESOURCE, text)).or(() -> first(GOOGLE_PROJECT, text));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
