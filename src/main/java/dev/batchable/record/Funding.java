package dev.batchable.record;

import java.util.Locale;

/// What pays for a charge. Only money spent on demand follows the calls: what is paid beforehand, given away or
/// covered by a credit stays the same when calls move to another tier.
public enum Funding {
    /// By the unit, as it is used.
    ON_DEMAND,
    /// By a commitment: a reservation, a savings plan, a committed-use discount, a prepaid contract.
    COMMITTED,
    /// By capacity bought beforehand, such as provisioned throughput.
    PROVISIONED,
    /// By nobody: a free tier or complimentary use. A quantity billed at zero is no rate of zero.
    FREE,
    /// By a promotional or free-tier credit that the bill takes off the same line.
    CREDIT;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether a call less means a lower bill.
    public boolean isOnDemand() {
        return this == ON_DEMAND;
    }
}
