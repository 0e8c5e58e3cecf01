package dev.batchable.input;

/// Everything a bill might tell about a charge; FOCUS names, see <https://focus.finops.org>.
public enum BillField {
    BILLED_COST,
    LIST_COST,
    EFFECTIVE_COST,
    CURRENCY,
    PERIOD_START,
    PERIOD_END,
    CATEGORY,
    CHARGE_CLASS,
    DESCRIPTION,
    PROVIDER,
    PUBLISHER,
    SERVICE,
    SERVICE_CATEGORY,
    SERVICE_SUBCATEGORY,
    SKU,
    SKU_METER,
    USAGE_TYPE,
    SERVICE_TIER,
    CONSUMED_QUANTITY,
    CONSUMED_UNIT,
    PRICING_QUANTITY,
    PRICING_UNIT
}
