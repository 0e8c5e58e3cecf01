package dev.batchable.input.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.BillingLine;
import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What columns of a bill prove of a discount.
class DiscountsTest {
    private static BillingLine line(String header, String row) {
        return Bills.lines(header + "\n" + row + "\n").get(0);
    }

    /// Rounded to whole units or of another pack, a contracted cost proves nothing.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1.70 | 2.00 | 1.70   | ''   | negotiated (ContractedCost)
                    1.70 | 2.00 | ''     | 1.70 | negotiated (ContractedUnitPrice)
                    1.70 | 2.00 | 0.0000 | ''   | ''
                    1.70 | 2.00 | 2.00   | ''   | ''
                    1.70 | 2.00 | 0.0017 | ''   | ''
                    2.00 | 2.00 | 2.00   | 2.00 | ''
                    1.70 | ''   | 1.70   | ''   | ''
                    """)
    void namesWhatFocusSaysWasNegotiated(String billed, String list, String contracted, String each, String name) {
        BillingLine line = line(
                "ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,ChargeDescription,"
                        + "PricingQuantity,PricingUnit,BilledCost,ListCost,ContractedCost,ContractedUnitPrice,"
                        + "BillingCurrency",
                "2026-10-01T00:00:00Z,2026-10-02T00:00:00Z,Usage,OpenAI,OpenAI API,gpt-4.1 standard input,"
                        + "1,1M Tokens," + String.join(",", billed, list, contracted, each) + ",USD");

        assertThat(String.join(", ", line.discounts())).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.30, 0, 0, negotiated savings",
        "0, -0.30, 0, savings programs",
        "0, 0, -0.30, other savings",
        "0, 0, 0, ''"
    })
    void namesTheSavingsOfAGoogleReport(String negotiated, String programs, String other, String name) {
        BillingLine line = line(
                "Date,Service description,SKU description,Usage amount,Usage unit,List cost ($),"
                        + "Negotiated savings ($),Savings programs ($),Other savings ($),Unrounded subtotal ($)",
                "2026-10-01,Vertex AI,Gemini 2.5 Flash Text Input - Predictions,10000000,count,3.00,"
                        + String.join(",", negotiated, programs, other) + ",2.70");

        assertThat(String.join(", ", line.discounts())).isEqualTo(name);
    }

    private static BillingLine ofAws(String type, String unblended, String net, String edp) {
        return line(
                "identity/LineItemId,bill/BillingEntity,lineItem/UsageStartDate,lineItem/UsageEndDate,"
                        + "lineItem/LineItemType,lineItem/ProductCode,lineItem/UsageType,lineItem/UsageAmount,"
                        + "lineItem/CurrencyCode,lineItem/UnblendedCost,lineItem/NetUnblendedCost,pricing/unit,"
                        + "discount/EdpDiscount",
                "a,AWS,2026-10-05T09:00:00Z,2026-10-05T10:00:00Z," + type
                        + ",AmazonBedrock,USE1-NovaPro-input-tokens,50000,USD," + unblended + "," + net
                        + ",1K tokens," + edp);
    }

    /// Beside an unblended cost the discount is not in what is billed.
    @ParameterizedTest
    @CsvSource({"38.00, -2.00, EDP discount", "38.00, 0, ''", "'', -2.00, ''"})
    void namesTheDiscountsInANetCost(String net, String edp, String name) {
        assertThat(String.join(", ", ofAws("Usage", "40.00", net, edp).discounts()))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "EdpDiscount, EDP discount",
        "PrivateRateDiscount, private rate discount",
        "BundledDiscount, bundled discount"
    })
    void knowsWhatADiscountOnALineOfItsOwnLowers(String type, String name) {
        BillingLine line = ofAws(type, "-2.00", "", "");

        assertThat(line.category()).isEqualTo(ChargeCategory.ADJUSTMENT);
        assertThat(line.discounts()).containsExactly(name);
        assertThat(line.meter().model()).hasValue("NovaPro");
        assertThat(line.meter().tokenKind()).hasValue(TokenKind.INPUT);
        assertThat(line.meter().tier()).isEqualTo(Tier.STANDARD);
        assertThat(line.meter().artificialIntelligence()).isFalse();
    }

    @Test
    void namesNothingThatNoColumnTells() {
        assertThat(ofAws("Usage", "40.00", "", "").discounts()).isEmpty();
    }
}
