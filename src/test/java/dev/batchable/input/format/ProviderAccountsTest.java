package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderAccountsTest {
    @ParameterizedTest
    @CsvSource({
        "https://My-Resource.openai.azure.com/openai/deployments/gpt, my-resource",
        "my-resource.cognitiveservices.azure.com, my-resource",
        "https://x.services.ai.azure.com/models, x",
        "/SUBSCRIPTIONS/S/RESOURCEGROUPS/G/PROVIDERS/MICROSOFT.COGNITIVESERVICES/ACCOUNTS/MODELS, models",
        "https://eu-aiplatform.googleapis.com/v1/projects/acme-prod/locations/eu/publishers/google, acme-prod",
        "projects/123/locations/us-central1/publishers/google/models/gemini, 123",
        "https://api.openai.com/v1/projects, ",
        "https://evil.example/?u=my.openai.azure.company, ",
        "e, "
    })
    void readsTheAccountWhereTheAddressIsOneCustomersOwn(String address, String account) {
        assertThat(ProviderAccounts.of(address)).isEqualTo(Optional.ofNullable(account));
    }
}
