package dev.batchable.sample;

import dev.batchable.sample.SampleModel.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The month's invoices as one FOCUS 1.2 table: what each day's calls used of each meter, and what no log knows:
/// somebody's calls past the gateway, a tax, a credit.
final class FocusBill {
    private static final List<String> COLUMNS = List.of(
            "BilledCost",
            "BillingAccountId",
            "BillingCurrency",
            "BillingPeriodEnd",
            "BillingPeriodStart",
            "ChargeCategory",
            "ChargeClass",
            "ChargeDescription",
            "ChargePeriodEnd",
            "ChargePeriodStart",
            "ConsumedQuantity",
            "ConsumedUnit",
            "ContractedCost",
            "EffectiveCost",
            "InvoiceId",
            "InvoiceIssuerName",
            "ListCost",
            "PricingCurrency",
            "PricingQuantity",
            "PricingUnit",
            "ProviderName",
            "PublisherName",
            "ServiceCategory",
            "ServiceName",
            "ServiceSubcategory",
            "SkuId",
            "SkuMeter",
            "x_ServiceTier",
            "x_UsageType");

    /// Tokens of gpt-4.1 a workday that a notebook sent to the provider directly.
    static final TokenCount PAST_THE_GATEWAY = TokenCount.of(400_000, 12_000);

    private static final BigDecimal VAT = new BigDecimal("0.19");
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /// One meter on one day.
    private record Usage(LocalDate day, SampleModel model, Kind kind) implements Comparable<Usage> {
        private static final Comparator<Usage> ORDER =
                Comparator.comparing(Usage::day).thenComparing(Usage::model).thenComparing(Usage::kind);

        @Override
        public int compareTo(Usage other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Usage, Long> tokens = new TreeMap<>();

    private FocusBill() {}

    static String csv(Stream<SampleCall> calls) {
        FocusBill bill = new FocusBill();
        calls.filter(call -> !call.marks().cacheHit()
                        && call.model().price(Kind.INPUT).isPresent())
                .forEach(call ->
                        bill.add(call.times().end().atZone(ZoneOffset.UTC).toLocalDate(), call.model(), call.tokens()));
        SampleMonth.workdays().forEach(day -> bill.add(day, SampleModel.GPT_41, PAST_THE_GATEWAY));
        return bill.write();
    }

    private void add(LocalDate day, SampleModel model, TokenCount count) {
        for (Kind kind : Kind.values()) {
            if (count.of(kind) > 0) {
                tokens.merge(new Usage(day, model, kind), count.of(kind), Long::sum);
            }
        }
    }

    private String write() {
        StringBuilder csv = new StringBuilder(Csv.line(COLUMNS));
        tokens.forEach((usage, count) -> csv.append(line(charge(usage, count))));
        csv.append(line(tax()));
        csv.append(line(credit()));
        return csv.toString();
    }

    private static String line(Map<String, String> cells) {
        return Csv.line(
                COLUMNS.stream().map(column -> cells.getOrDefault(column, "")).toList());
    }

    private static Map<String, String> charge(Usage usage, long count) {
        String cost = cost(usage, count).stripTrailingZeros().toPlainString();
        Map<String, String> cells = money("Usage", cost, usage.model().provider());
        cells.put("ChargePeriodStart", start(usage.day()));
        cells.put("ChargePeriodEnd", start(usage.day().plusDays(1)));
        cells.put("ServiceCategory", "AI and Machine Learning");
        cells.put("ServiceSubcategory", "Generative AI");
        if (usage.model().provider().equals("bedrock")) {
            putMarketplaceMeter(cells, usage, count);
        } else {
            putMeter(cells, usage, count);
        }
        return cells;
    }

    /// OpenAI and Anthropic publish no FOCUS export; the gateways and FinOps tools that write one spell meters so.
    private static void putMeter(Map<String, String> cells, Usage usage, long count) {
        String meter = usage.model().loggedName() + "/"
                + usage.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        cells.put("ConsumedQuantity", String.valueOf(count));
        cells.put("ConsumedUnit", "Tokens");
        cells.put("PricingQuantity", String.valueOf(count));
        cells.put("PricingUnit", "Tokens");
        cells.put("ServiceName", usage.model().provider().equals("openai") ? "OpenAI API" : "Claude API");
        cells.put("SkuId", meter);
        cells.put("SkuMeter", meter);
        cells.put("ChargeDescription", meter + (usage.model().isBatch() ? " batch" : ""));
        cells.put("x_ServiceTier", usage.model().isBatch() ? "batch" : "standard");
    }

    /// Claude on Bedrock is sold through the Marketplace: units of a million tokens, the model in the service name.
    private static void putMarketplaceMeter(Map<String, String> cells, Usage usage, long count) {
        String units = BigDecimal.valueOf(count)
                .divide(MILLION, 6, RoundingMode.UNNECESSARY)
                .stripTrailingZeros()
                .toPlainString();
        String type = usage.kind() == Kind.INPUT ? "InputTokenCount" : "OutputTokenCount";
        cells.put("ConsumedQuantity", units);
        cells.put("ConsumedUnit", "Units");
        cells.put("PricingQuantity", units);
        cells.put("PricingUnit", "Units");
        cells.put("ServiceName", "Claude Haiku 4.5 (Amazon Bedrock Edition)");
        cells.put("ChargeDescription", "AWS Marketplace software usage|eu-central-1|" + type);
        cells.put("x_UsageType", "EUC1-MP:EUC1_" + type + "-Units");
    }

    /// On the invoice from within the country; the other two are reverse charge.
    private Map<String, String> tax() {
        BigDecimal taxed = tokens.entrySet().stream()
                .filter(entry -> entry.getKey().model().provider().equals("bedrock"))
                .map(entry -> cost(entry.getKey(), entry.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal tax = taxed.multiply(VAT).setScale(2, RoundingMode.HALF_UP);
        Map<String, String> cells = money("Tax", tax.toPlainString(), "bedrock");
        cells.put("ChargeDescription", "VAT 19%");
        cells.put("ServiceName", "Tax");
        putMonth(cells);
        return cells;
    }

    private static Map<String, String> credit() {
        Map<String, String> cells = money("Credit", "-25.00", "openai");
        cells.put("ChargeDescription", "Promotional credit");
        cells.put("ServiceName", "OpenAI API");
        putMonth(cells);
        return cells;
    }

    private static void putMonth(Map<String, String> cells) {
        cells.put("ChargePeriodStart", start(SampleMonth.FIRST));
        cells.put("ChargePeriodEnd", start(SampleMonth.AFTER));
    }

    private static Map<String, String> money(String category, String amount, String provider) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String cost : List.of("BilledCost", "ContractedCost", "EffectiveCost", "ListCost")) {
            cells.put(cost, amount);
        }
        cells.put("ChargeCategory", category);
        cells.put("BillingAccountId", "acct-" + provider);
        cells.put("BillingCurrency", "USD");
        cells.put("PricingCurrency", "USD");
        cells.put("BillingPeriodStart", start(SampleMonth.FIRST));
        cells.put("BillingPeriodEnd", start(SampleMonth.AFTER));
        cells.put("InvoiceId", "2026-10-" + provider);
        cells.put("ProviderName", seller(provider));
        cells.put("InvoiceIssuerName", seller(provider));
        cells.put("PublisherName", provider.equals("openai") ? "OpenAI" : "Anthropic");
        return cells;
    }

    private static String seller(String provider) {
        return switch (provider) {
            case "openai" -> "OpenAI";
            case "anthropic" -> "Anthropic";
            default -> "AWS";
        };
    }

    private static String start(LocalDate day) {
        return day + "T00:00:00Z";
    }

    private static BigDecimal cost(Usage usage, long count) {
        BigDecimal price = usage.model().price(usage.kind()).orElseThrow();
        return price.multiply(BigDecimal.valueOf(count)).movePointLeft(6);
    }
}
