package dev.batchable.record;

import java.util.Locale;

/// FOCUS ChargeCategory; other bills are mapped onto it.
public enum ChargeCategory {
    USAGE,
    PURCHASE,
    TAX,
    CREDIT,
    ADJUSTMENT;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
