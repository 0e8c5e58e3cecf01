package dev.batchable.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The billed use of models by whose it is, in cents that sum to the bill rounded to cents.
///
/// @param byWorkload largest first
/// @param unallocated what no log explains, by reason
public record BillAllocation(List<Share> byWorkload, List<Rest> unallocated) {
    private static final int CENTS = 2;

    public BillAllocation {
        byWorkload = List.copyOf(byWorkload);
        unallocated = List.copyOf(unallocated);
    }

    /// @param owner empty where the policy names none
    public record Share(String workload, Optional<String> owner, BigDecimal billed) {
        public Share {
            billed = Decimals.canonical(billed);
        }
    }

    /// @param reason such as `missing logs`
    public record Rest(String reason, BigDecimal billed) {
        public Rest {
            billed = Decimals.canonical(billed);
        }
    }

    /// @param owner empty for workloads without one
    public record OwnerShare(Optional<String> owner, BigDecimal billed) {
        public OwnerShare {
            billed = Decimals.canonical(billed);
        }
    }

    /// By name, workloads without an owner last.
    public List<OwnerShare> byOwner() {
        return byWorkload.stream()
                .collect(Collectors.groupingBy(
                        Share::owner,
                        () -> new TreeMap<>(Comparator.<Optional<String>, Boolean>comparing(Optional::isEmpty)
                                .thenComparing(owner -> owner.orElse(""))),
                        Collectors.reducing(BigDecimal.ZERO, Share::billed, BigDecimal::add)))
                .entrySet()
                .stream()
                .map(owner -> new OwnerShare(owner.getKey(), owner.getValue()))
                .toList();
    }

    /// What all parts sum to.
    public BigDecimal total() {
        return Stream.concat(
                        byWorkload.stream().map(Share::billed),
                        unallocated.stream().map(Rest::billed))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean tiesTo(BigDecimal billed) {
        return total().compareTo(billed.setScale(CENTS, RoundingMode.HALF_EVEN)) == 0;
    }
}
