package dev.batchable.price.reconciliation;

import dev.batchable.price.Amounts;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.bill.BillTotals;
import dev.batchable.price.catalog.ModelKey;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.price.reconciliation.Reconciliation.ByModel;
import dev.batchable.price.reconciliation.Reconciliation.MatchedBy;
import dev.batchable.price.reconciliation.Reconciliation.Reason;
import dev.batchable.price.reconciliation.Reconciliation.Residual;
import dev.batchable.price.reconciliation.Reconciliation.Totals;
import dev.batchable.record.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// Lays a bill against rated logs, model by model. A charge that names no model is laid against all logged
/// models of its provider that the bill does not name.
public final class Reconciler {
    private final PriceBook book;
    private final Window window;
    private final String currency;

    /// A reconciler of one window in the report's currency; charges in others are listed, never converted.
    public Reconciler(PriceBook book, Window window, String currency) {
        this.book = book;
        this.window = window;
        this.currency = currency;
    }

    public Reconciliation reconcile(BillTotals bill, List<RatedWorkload> workloads) {
        BillSplit split = new BillSplit(book, window, currency, bill);
        SortedMap<ModelKey, LoggedModel> logged = new LoggedUsage(book, currency, workloads).models();
        List<ByModel> rows = new ArrayList<>();
        Map<Reason, BigDecimal> residuals = new EnumMap<>(Reason.class);
        Set<ModelKey> used = new HashSet<>();
        split.models().forEach((key, billed) -> {
            ModelMatch match = new ModelMatch(billed, logs(key, split, logged, used));
            match.residuals().forEach((reason, amount) -> residuals.merge(reason, amount, BigDecimal::add));
            rows.add(row(key, billed, match));
        });
        logged.forEach((key, model) -> {
            if (!used.contains(key) && model.amount().signum() != 0) {
                rows.add(unbilled(key, model, split));
            }
        });
        return new Reconciliation(
                currency,
                totals(rows, split),
                rows,
                sorted(residuals),
                split.other().charges(),
                split.outside().charges(),
                split.partial().charges(),
                split.fittingWindow());
    }

    private static LoggedModel logs(
            ModelKey key, BillSplit split, SortedMap<ModelKey, LoggedModel> logged, Set<ModelKey> used) {
        LoggedModel sum = new LoggedModel();
        logged.forEach((candidate, model) -> {
            boolean unnamed = key.model().isEmpty()
                    && candidate.provider().equals(key.provider())
                    && !split.models().containsKey(candidate);
            if (candidate.equals(key) || unnamed) {
                sum.add(model);
                used.add(candidate);
            }
        });
        return sum;
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

    private static Totals totals(List<ByModel> rows, BillSplit split) {
        BigDecimal billed = sum(rows.stream().map(ByModel::billed).toList());
        BigDecimal explained = sum(rows.stream().map(ByModel::explained).toList());
        BigDecimal above = sum(rows.stream().map(ByModel::loggedAboveBilled).toList());
        BigDecimal tolerance =
                sum(split.models().values().stream().map(BilledModel::tolerance).toList());
        boolean proven = split.models().values().stream()
                .allMatch(model -> model.amounts().isEmpty());
        Optional<BigDecimal> coverage = proven && billed.signum() > 0
                ? Optional.of(explained.divide(billed, Amounts.FACTOR))
                : Optional.empty();
        return new Totals(
                billed, explained, billed.subtract(explained), above, tolerance, coverage, split.billedByTier());
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
