package dev.batchable.input;

/// Everything a bill might tell about a charge; FOCUS names, see <https://focus.finops.org>.
public enum BillField {
    BILLED_COST,
    /// The same rounded to cents, where a bill has both.
    ROUNDED_COST,
    /// Amounts that reduce the cost, one by one.
    CREDITS,
    /// What reduces the cost, each by its kind.
    CREDIT_TYPES,
    /// What reduces the cost, each by its name.
    CREDIT_NAMES,
    /// The list cost after what was negotiated, before commitments.
    NEGOTIATED_COST,
    /// The same of one unit, in the pricing currency.
    NEGOTIATED_PRICE,
    /// Discounts of the line by kind: those of an AWS Enterprise Discount Program.
    EDP_DISCOUNT,
    PRIVATE_RATE_DISCOUNT,
    BUNDLED_DISCOUNT,
    /// All discounts of the line.
    TOTAL_DISCOUNT,
    /// Savings as a Google Cloud report tells them apart.
    NEGOTIATED_SAVINGS,
    PROGRAM_SAVINGS,
    OTHER_SAVINGS,
    /// The commitment that covers the charge.
    COMMITMENT,
    /// Whether it is priced on demand or as committed.
    PRICING_MODEL,
    LIST_COST,
    /// List price of one unit, in the pricing currency.
    LIST_PRICE,
    EFFECTIVE_COST,
    CURRENCY,
    PRICING_CURRENCY,
    /// Units of the billing currency for one of the pricing currency.
    EXCHANGE_RATE,
    PERIOD_START,
    PERIOD_END,
    CATEGORY,
    CHARGE_CLASS,
    DESCRIPTION,
    PROVIDER,
    PUBLISHER,
    MODEL,
    /// All that a bill says about the product, as one text.
    ATTRIBUTES,
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
    PRICING_UNIT,
    /// The first cell of a row that holds anything, by which rows below the table are told.
    FIRST_CELL
}
