package dev.batchable.price.reconciliation;

import dev.batchable.price.bill.BillCell;
import dev.batchable.price.bill.BillSum;
import dev.batchable.price.bill.BillTotals;
import dev.batchable.price.catalog.ModelKey;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.price.reconciliation.Reconciliation.Sunk;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.record.Tier;
import dev.batchable.record.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A bill split into what can be compared with the logs of a window, by model, and what cannot.
final class BillSplit {
    private final PriceBook book;
    private final Window window;
    private final String currency;
    private final SortedMap<ModelKey, BilledModel> models = new TreeMap<>();
    private final SortedMap<Tier, BigDecimal> billedByTier = new TreeMap<>();
    private final SortedMap<String, Sunk> sunks = new TreeMap<>();
    private final ChargeList other = new ChargeList();
    private final ChargeList outside = new ChargeList();
    private final ChargeList partial = new ChargeList();
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();

    BillSplit(PriceBook book, Window window, String currency, BillTotals bill) {
        this.book = book;
        this.window = window;
        this.currency = currency;
        bill.cells().forEach(this::add);
    }

    private void add(BillCell cell, BillSum sum) {
        if (!cell.isModelUsage() || !cell.currency().equals(currency)) {
            other.add(cell, sum);
            return;
        }
        first = first.filter(start -> start.isBefore(cell.start())).or(() -> Optional.of(cell.start()));
        last = last.filter(end -> end.isAfter(cell.end())).or(() -> Optional.of(cell.end()));
        if (!cell.end().isAfter(window.start()) || !cell.start().isBefore(window.end())) {
            outside.add(cell, sum);
        } else if (cell.start().isBefore(window.start()) || cell.end().isAfter(window.end())) {
            partial.add(cell, sum);
        } else {
            billedByTier.merge(cell.meter().tier(), sum.billed(), BigDecimal::add);
            models.computeIfAbsent(key(cell), key -> new BilledModel(window.zone()))
                    .add(cell, sum);
            if (!cell.funding().isOnDemand()) {
                addSunk(cell, sum);
            }
        }
    }

    private ModelKey key(BillCell cell) {
        Optional<String> provider = Optional.of(cell.meter().provider());
        return ModelKey.of(book, new ModelRef(provider, cell.meter().model(), Optional.empty()));
    }

    private void addSunk(BillCell cell, BillSum sum) {
        ModelKey key = key(cell);
        Sunk sunk =
                new Sunk(key.provider(), key.model(), cell.meter().tier(), cell.funding(), sum.tokens(), sum.billed());
        String place = String.join(
                " ",
                key.provider(),
                key.model().orElse(""),
                cell.meter().tier().id(),
                cell.funding().id());
        sunks.merge(place, sunk, BillSplit::plus);
    }

    private static Sunk plus(Sunk one, Sunk more) {
        return new Sunk(
                one.provider(),
                one.model(),
                one.tier(),
                one.funding(),
                one.tokens().add(more.tokens()),
                one.billed().add(more.billed()));
    }

    /// By provider, model, tier and what pays.
    List<Sunk> sunk() {
        return List.copyOf(sunks.values());
    }

    SortedMap<ModelKey, BilledModel> models() {
        return models;
    }

    /// Use of models within the window.
    SortedMap<Tier, BigDecimal> billedByTier() {
        return billedByTier;
    }

    ChargeList other() {
        return other;
    }

    ChargeList outside() {
        return outside;
    }

    ChargeList partial() {
        return partial;
    }

    /// The days that hold all use of models on the bill; empty where the window does already.
    Optional<Window> fittingWindow() {
        if (first.isEmpty()
                || last.isEmpty()
                || (!first.get().isBefore(window.start()) && !last.get().isAfter(window.end()))) {
            return Optional.empty();
        }
        LocalDate from = LocalDate.ofInstant(first.get(), window.zone());
        LocalDate to =
                LocalDate.ofInstant(last.get().minusNanos(1), window.zone()).plusDays(1);
        return Optional.of(new Window(from, to, window.zone()));
    }
}
