package dev.batchable.input.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Funding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FundingsTest {
    @ParameterizedTest
    @CsvSource({
        "'', Standard, ON_DEMAND",
        "'', Dynamic, ON_DEMAND",
        "'', Committed, COMMITTED",
        "NULL, NULL, ON_DEMAND",
        "arn:aws:savingsplans::1:plan, Standard, COMMITTED"
    })
    void readsWhatPaysForALineOfFocus(String commitment, String category, Funding funding) {
        assertThat(Bills.charges(
                                "focus",
                                Bills.bill(
                                        "ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,"
                                                + "ChargeDescription,BilledCost,BillingCurrency,"
                                                + "CommitmentDiscountId,PricingCategory",
                                        "2026-10-01T00:00:00Z,2026-10-02T00:00:00Z,Usage,OpenAI,OpenAI API,"
                                                + "gpt-4.1 input,1,USD," + commitment + "," + category))
                        .get(0)
                        .funding())
                .isEqualTo(funding);
    }

    @ParameterizedTest
    @CsvSource({
        "Usage, OnDemand, ON_DEMAND",
        "Usage, Spot, ON_DEMAND",
        "Usage, Reservation, COMMITTED",
        "Usage, SavingsPlan, COMMITTED",
        "UnusedReservation, '', COMMITTED"
    })
    void readsWhatPaysForALineOfAzure(String chargeType, String pricingModel, Funding funding) {
        assertThat(Bills.charges(
                                "azure-ea",
                                Bills.bill(
                                        "Date,MeterCategory,MeterName,UnitOfMeasure,Quantity,Cost,BillingCurrency,"
                                                + "ChargeType,PricingModel",
                                        "10/05/2026,Foundry Models,gpt 4o 0806 Inp glbl Tokens,1M,1,2,USD," + chargeType
                                                + "," + pricingModel))
                        .get(0)
                        .funding())
                .isEqualTo(funding);
    }

    @ParameterizedTest
    @CsvSource({
        "Usage, ON_DEMAND",
        "EdpDiscount, ON_DEMAND",
        "DiscountedUsage, COMMITTED",
        "SavingsPlanCoveredUsage, COMMITTED",
        "SavingsPlanNegation, COMMITTED"
    })
    void readsWhatPaysForALineOfAws(String type, Funding funding) {
        assertThat(Bills.charges(
                                "aws-cur-2",
                                Bills.bill(
                                        "identity_line_item_id,bill_payer_account_name,line_item_line_item_type,"
                                                + "line_item_usage_start_date,line_item_usage_end_date,"
                                                + "line_item_unblended_cost,line_item_currency_code,"
                                                + "line_item_product_code",
                                        "a,payer," + type
                                                + ",2026-10-05T00:00:00Z,2026-10-06T00:00:00Z,1,USD,AmazonBedrock"))
                        .get(0)
                        .funding())
                .isEqualTo(funding);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ON_DEMAND",
        "DISCOUNT, ON_DEMAND",
        "SUSTAINED_USAGE_DISCOUNT, ON_DEMAND",
        "COMMITTED_USAGE_DISCOUNT_DOLLAR_BASE, COMMITTED",
        "PROMOTION, CREDIT",
        "FREE_TIER, CREDIT"
    })
    void readsWhatPaysForALineOfGoogle(String type, Funding funding) {
        String credits = type.isEmpty() ? "[]" : "[{\"amount\": -1, \"type\": \"" + type + "\"}]";
        assertThat(Bills.charges(
                                "gcp-bigquery",
                                "{\"billing_account_id\": \"a\", \"usage_start_time\": \"2026-10-05T07:00:00Z\","
                                        + " \"usage_end_time\": \"2026-10-05T08:00:00Z\", \"cost\": 3,"
                                        + " \"currency\": \"USD\", \"service\": {\"description\": \"Vertex AI\"},"
                                        + " \"sku\": {\"description\": \"Gemini 2.5 Flash Text Input\"},"
                                        + " \"credits\": " + credits + "}\n")
                        .get(0)
                        .funding())
                .isEqualTo(funding);
    }
}
