package dev.batchable.price.bill;

import dev.batchable.record.BillingLine;
import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Funding;
import dev.batchable.record.Meter;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Sums billing lines while they are read. Memory grows with distinct meters × days, not with lines: hourly
/// lines of one day become one cell. Adding and merging are commutative and associative. Not for use by several
/// threads at once; give each its own and merge.
public final class BillBuilder {
    private static final int CENTS = 2;
    /// Whatever lasts as long may be a day of the biller, also within a day of the report that lasts 25
    /// hours.
    private static final Duration SHORTEST_DAY = Duration.ofHours(23);

    private final ZoneId zone;
    private final SortedMap<BillCell, BillSum> cells = new TreeMap<>();

    /// A builder of days in the report's zone, so that whole hours fall inside or outside the window exactly.
    public BillBuilder(ZoneId zone) {
        this.zone = zone;
    }

    public void add(BillingLine line) {
        cells.merge(cell(line), sum(line), BillSum::plus);
    }

    public void merge(BillBuilder other) {
        other.cells.forEach((cell, sum) -> cells.merge(cell, sum, BillSum::plus));
    }

    public BillTotals build() {
        return new BillTotals(cells);
    }

    private BillCell cell(BillingLine line) {
        LocalDate day = LocalDate.ofInstant(line.start(), zone);
        Instant dayEnd = day.plusDays(1).atStartOfDay(zone).toInstant();
        boolean withinDay = !line.end().isAfter(dayEnd)
                && Duration.between(line.start(), line.end()).compareTo(SHORTEST_DAY) < 0;
        return new BillCell(
                withinDay ? day.atStartOfDay(zone).toInstant() : line.start(),
                withinDay ? dayEnd : line.end(),
                line.category(),
                line.correction(),
                funding(line),
                withoutTokens(line.meter()),
                line.billed().currency(),
                tokens(line).isPresent());
    }

    /// Tokens billed at nothing are complimentary, unless the bill amortises what was paid for them beforehand.
    private static Funding funding(BillingLine line) {
        if (!line.funding().isOnDemand()) {
            return line.funding();
        }
        if (line.meter().tier() == Tier.PROVISIONED) {
            return Funding.PROVISIONED;
        }
        boolean unpaid = line.category() == ChargeCategory.USAGE
                && line.billed().amount().signum() == 0
                && tokens(line).isPresent();
        boolean prepaid = line.effective().filter(cost -> cost.signum() > 0).isPresent();
        if (unpaid) {
            return prepaid ? Funding.COMMITTED : Funding.FREE;
        }
        return Funding.ON_DEMAND;
    }

    private static Meter withoutTokens(Meter meter) {
        return new Meter(
                meter.provider(),
                meter.description(),
                meter.model(),
                meter.tokenKind(),
                meter.tier(),
                Optional.empty(),
                meter.artificialIntelligence());
    }

    private static BillSum sum(BillingLine line) {
        BigDecimal billed = line.billed().amount();
        return new BillSum(
                1,
                billed,
                tokens(line).orElse(BigDecimal.ZERO),
                line.list(),
                billed.scale() <= CENTS,
                new TreeSet<>(line.discounts()));
    }

    private static Optional<BigDecimal> tokens(BillingLine line) {
        boolean charges = line.billed().amount().signum() >= 0;
        return line.meter().tokens().filter(tokens -> charges && tokens.signum() > 0);
    }
}
