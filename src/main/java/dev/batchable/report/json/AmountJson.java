package dev.batchable.report.json;

import dev.batchable.report.Amount;
import dev.batchable.report.Estimate;

/// Money with its currency, and figures with their uncertainty.
final class AmountJson {
    private AmountJson() {}

    static void write(Amount amount, JsonOut out) {
        out.value("currency", amount.currency()).value("amount", amount.amount());
    }

    static Amount read(JsonIn in) {
        return new Amount(in.text("currency"), in.figure("amount"));
    }

    static void writeEstimate(Estimate estimate, JsonOut out) {
        out.value("low", estimate.low()).value("expected", estimate.expected()).value("high", estimate.high());
    }

    static Estimate readEstimate(JsonIn in) {
        return new Estimate(in.figure("low"), in.figure("expected"), in.figure("high"));
    }
}
