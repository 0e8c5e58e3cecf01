package dev.batchable.simulate;

import dev.batchable.profile.Timings.Percentiles;
import dev.batchable.profile.WorkloadProfile;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Service levels for what stays on realtime in a quota domain: no worse than the latency seen, rounded up to two
/// digits, since a move of other work can only make room; a timeout of twice the slowest percent.
final class RealtimeLevels {
    private RealtimeLevels() {}

    static List<Simulation.RealtimeLevel> of(Queues.Queue queue, List<WorkloadProfile> all) {
        Set<String> moved = queue.members().stream()
                .filter(chosen -> chosen.deferral().share().compareTo(BigDecimal.ONE) == 0)
                .map(Chosen::name)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(profile -> PeakLoad.draws(profile, queue.scope()))
                .filter(profile -> !moved.contains(profile.key().name()))
                .map(RealtimeLevels::level)
                .sorted(Comparator.comparing(Simulation.RealtimeLevel::workload))
                .toList();
    }

    private static Simulation.RealtimeLevel level(WorkloadProfile profile) {
        Optional<Percentiles> latency = profile.timings().latency();
        return new Simulation.RealtimeLevel(
                profile.key().name(),
                rounded(latency.map(Percentiles::p95)),
                rounded(latency.map(Percentiles::p99)),
                rounded(latency.map(seen -> Math.round(seen.p99() * SimulationRules.TIMEOUT.value()))));
    }

    private static OptionalLong rounded(Optional<Long> millis) {
        return millis.map(known -> OptionalLong.of(twoDigits(known))).orElse(OptionalLong.empty());
    }

    static long twoDigits(long number) {
        long unit = 1;
        while (number / unit >= 100) {
            unit *= 10;
        }
        return -Math.floorDiv(-number, unit) * unit;
    }
}
