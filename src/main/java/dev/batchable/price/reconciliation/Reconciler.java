package dev.batchable.price.reconciliation;

import dev.batchable.price.Amounts;
import dev.batchable.price.BilledRates;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.bill.BillTotals;
import dev.batchable.price.catalog.BillingZones;
import dev.batchable.price.catalog.ModelKey;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.price.reconciliation.LoggedUsage.Days;
import dev.batchable.price.reconciliation.Reconciliation.ByDay;
import dev.batchable.price.reconciliation.Reconciliation.ByModel;
import dev.batchable.price.reconciliation.Reconciliation.Coverage;
import dev.batchable.price.reconciliation.Reconciliation.Detail;
import dev.batchable.price.reconciliation.Reconciliation.MatchedBy;
import dev.batchable.price.reconciliation.Reconciliation.Reason;
import dev.batchable.price.reconciliation.Reconciliation.Residual;
import dev.batchable.price.reconciliation.Reconciliation.Totals;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.record.Tier;
import dev.batchable.record.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/// Lays a bill against rated logs, model by model. A charge that names no model is laid against all logged
/// models of its provider that the bill does not name.
public final class Reconciler {
    /// Promised by nearly every batch API.
    private static final Duration USUAL_WINDOW = Duration.ofHours(24);

    private final PriceBook book;
    private final Window window;
    private final String currency;

    /// A reconciler of one window in the report's currency; charges in others are listed, never converted.
    public Reconciler(PriceBook book, Window window, String currency) {
        this.book = book;
        this.window = window;
        this.currency = currency;
    }

    /// Lays the bill against the logs.
    ///
    /// @param bill amounts for which there is a rate converted already
    /// @param factors what a unit of a currency is worth in the report's, for list prices
    public Reconciliation reconcile(
            BillTotals bill, List<RatedWorkload> workloads, Function<String, Optional<BigDecimal>> factors) {
        BillSplit split = new BillSplit(book, window, currency, bill);
        Logs logs = new Logs(
                split,
                new LoggedUsage(book, currency, workloads, Days.OF_THE_REPORT).models(),
                new LoggedUsage(book, currency, workloads, Days.OF_THE_BILLER).models());
        Lines lines = new Lines();
        split.models().forEach((key, billed) -> lines.add(key, billed, match(key, billed, logs)));
        logs.unbilled().forEach((key, model) -> {
            BilledModel nothing = new BilledModel(window.zone());
            lines.add(unbilled(key, model, split), key, new ModelMatch(nothing, model, period(key)));
        });
        List<Residual> residuals = sorted(lines.residuals);
        Totals totals = totals(lines, split);
        return new Reconciliation(
                currency,
                totals,
                lines.rows,
                residuals,
                split.other().charges(),
                split.outside().charges(),
                split.partial().charges(),
                new Detail(
                        new BilledRates(book, bill, currency, factors).all(),
                        split.sunk(),
                        lines.days,
                        lines.allocator.allocation(workloads, totals.explained(), residuals),
                        foreign(bill)),
                split.fittingWindow());
    }

    private SortedMap<String, BigDecimal> foreign(BillTotals bill) {
        SortedMap<String, BigDecimal> foreign = bill.modelUsage();
        foreign.remove(currency);
        return foreign;
    }

    /// What the models add up to, in their order.
    private static final class Lines {
        private final List<ByModel> rows = new ArrayList<>();
        private final List<ByDay> days = new ArrayList<>();
        private final Map<Reason, BigDecimal> residuals = new EnumMap<>(Reason.class);
        private final Allocator allocator = new Allocator();

        void add(ModelKey key, BilledModel billed, ModelMatch match) {
            match.residuals().forEach((reason, amount) -> residuals.merge(reason, amount, BigDecimal::add));
            allocator.add(match.byWorkload());
            add(row(key, billed, match), key, match);
        }

        void add(ByModel row, ModelKey key, ModelMatch match) {
            rows.add(row);
            match.days().forEach((day, entry) -> days.add(day(key, day, entry, row)));
        }
    }

    /// A day without a bill has the reason of its model.
    private static ByDay day(ModelKey key, BillDay day, DayLedger.Entry entry, ByModel model) {
        Optional<Reason> reason = model.reason().filter(Reason.NO_BILL::equals);
        return new ByDay(
                key.provider(),
                key.model(),
                day.day(),
                day.days(),
                day.zone(),
                day.fits(),
                entry.billed(),
                entry.logged(),
                entry.explained(),
                reason.or(entry::reason));
    }

    /// By days of the biller where bill and logs both tell them, else by days of the report.
    private ModelMatch match(ModelKey key, BilledModel billed, Logs logs) {
        ZoneId zone = BillingZones.of(key.provider());
        BilledModel byBiller = billed.fits() ? billed : billed.in(zone);
        LoggedModel exact = logs.byBillersDay(key);
        if (!billed.fits() && byBiller.fits() && !exact.isIncomplete()) {
            return new ModelMatch(byBiller, exact, period(key).in(zone));
        }
        return new ModelMatch(billed, logs.byDay(key), period(key));
    }

    private Period period(ModelKey key) {
        TierRule rule = book.rule(new ModelRef(Optional.of(key.provider()), key.model(), Optional.empty()), Tier.BATCH);
        return Period.of(
                window,
                rule instanceof TierRule.Offered offered ? offered.completion().window() : USUAL_WINDOW);
    }

    private static ByModel row(ModelKey key, BilledModel billed, ModelMatch match) {
        return new ByModel(
                key.provider(),
                key.model(),
                billed.billed(),
                match.logged(),
                match.explained(),
                match.above(),
                match.matchedBy(),
                match.reason());
    }

    private static ByModel unbilled(ModelKey key, LoggedModel model, BillSplit split) {
        boolean billed = split.models().keySet().stream()
                .anyMatch(other -> other.provider().equals(key.provider()));
        BigDecimal none = BigDecimal.ZERO;
        return new ByModel(
                key.provider(),
                key.model(),
                none,
                model.amount(),
                none,
                billed ? model.amount() : none,
                MatchedBy.NONE,
                Optional.of(billed ? Reason.LOGGED_ABOVE_BILLED : Reason.NO_BILL));
    }

    private static Totals totals(Lines lines, BillSplit split) {
        List<ByModel> rows = lines.rows;
        BigDecimal billed = sum(rows.stream().map(ByModel::billed).toList());
        BigDecimal explained = sum(rows.stream().map(ByModel::explained).toList());
        BigDecimal above = sum(rows.stream().map(ByModel::loggedAboveBilled).toList());
        BigDecimal tolerance =
                sum(split.models().values().stream().map(BilledModel::tolerance).toList());
        BigDecimal followsCalls = billed.subtract(
                lines.residuals.getOrDefault(Reason.COVERED, BigDecimal.ZERO).max(BigDecimal.ZERO));
        return new Totals(
                billed,
                explained,
                billed.subtract(explained),
                above,
                tolerance,
                coverage(explained, followsCalls, split),
                split.billedByTier());
    }

    private static Optional<Coverage> coverage(BigDecimal explained, BigDecimal billed, BillSplit split) {
        if (billed.signum() <= 0) {
            return Optional.empty();
        }
        boolean proven = split.models().values().stream().noneMatch(BilledModel::hasAmounts);
        return Optional.of(new Coverage(explained.divide(billed, Amounts.FACTOR), proven));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Residual> sorted(Map<Reason, BigDecimal> residuals) {
        return residuals.entrySet().stream()
                .filter(part -> part.getValue().signum() != 0)
                .map(part -> new Residual(part.getKey(), part.getValue()))
                .sorted(Comparator.comparing(Residual::amount).reversed())
                .toList();
    }
}
