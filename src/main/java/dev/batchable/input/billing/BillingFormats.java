package dev.batchable.input.billing;

import dev.batchable.input.BillingFormat;
import java.util.List;

/// All billing formats, the most specific first; the first one that claims a file reads it.
public final class BillingFormats {
    private BillingFormats() {}

    public static List<BillingFormat> all() {
        return List.of(
                new FocusFormat(),
                new OpenAiCostsFormat(),
                new OpenAiCostsCsvFormat(),
                new AnthropicCostsFormat(),
                new AnthropicConsoleCostsFormat(),
                new AwsCur2Format(),
                new AwsCurLegacyFormat(),
                new AzureMcaFormat(),
                new AzureEaFormat(),
                new GcpBigQueryFormat(),
                new GcpReportsFormat(),
                new OpenRouterBillFormat());
    }
}
