package dev.batchable.price.reconciliation;

import dev.batchable.policy.WorkloadRule;
import dev.batchable.price.Apportionment;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.reconciliation.Reconciliation.Allocation;
import dev.batchable.price.reconciliation.Reconciliation.Residual;
import dev.batchable.price.reconciliation.Reconciliation.Share;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Charges the bill back to those who used it.
///
/// Every workload bears its quantity × the billed rate of the entry that its calls explain; what no log explains stays
/// with the reason of the residual. Rounded to cents by largest remainder, the parts sum to the bill.
final class Allocator {
    private static final int CENTS = 2;
    private static final Comparator<Share> LARGEST =
            Comparator.comparing(Share::billed).reversed().thenComparing(Share::workload);

    private final SortedMap<Integer, BigDecimal> byWorkload = new TreeMap<>();

    void add(SortedMap<Integer, BigDecimal> amounts) {
        amounts.forEach((workload, amount) -> byWorkload.merge(workload, amount, BigDecimal::add));
    }

    /// @param explained by all workloads together
    /// @param residuals the rest of the bill
    Allocation allocation(List<RatedWorkload> workloads, BigDecimal explained, List<Residual> residuals) {
        tieTo(explained);
        List<Integer> numbers = List.copyOf(byWorkload.keySet());
        List<BigDecimal> cents = Apportionment.rounded(
                Stream.concat(byWorkload.values().stream(), residuals.stream().map(Residual::amount))
                        .toList(),
                CENTS);
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            RatedWorkload workload = workloads.get(numbers.get(i));
            shares.add(new Share(workload.profile().key().name(), owner(workload), cents.get(i)));
        }
        List<Residual> rest = new ArrayList<>();
        for (int i = 0; i < residuals.size(); i++) {
            rest.add(new Residual(residuals.get(i).reason(), cents.get(numbers.size() + i)));
        }
        shares.sort(LARGEST);
        return new Allocation(shares, rest);
    }

    /// Divisions left less than a millionth of a cent; it goes to the largest.
    private void tieTo(BigDecimal explained) {
        BigDecimal sum = byWorkload.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        byWorkload.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(largest -> largest.setValue(largest.getValue().add(explained.subtract(sum))));
    }

    private static Optional<String> owner(RatedWorkload workload) {
        return workload.profile().rule().map(WorkloadRule::ownership).flatMap(WorkloadRule.Ownership::owner);
    }
}
