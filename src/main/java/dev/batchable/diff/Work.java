package dev.batchable.diff;

import dev.batchable.record.Tier;
import dev.batchable.report.Arithmetic.Line;
import dev.batchable.report.Arithmetic.Place;
import dev.batchable.report.WorkloadReport;
import dev.batchable.report.WorkloadUsage.Outcomes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a workload did in a window.
///
/// @param calls answered calls; 0 where they are not known
record Work(BigDecimal calls, List<Piece> pieces) {
    /// @param factor brings quantities and amounts of a part to the footing of the comparison
    static Work of(List<WorkloadReport> parts, Function<WorkloadReport, BigDecimal> factor) {
        List<Piece> pieces = new ArrayList<>();
        BigDecimal calls = BigDecimal.ZERO;
        for (WorkloadReport part : parts) {
            add(part, factor.apply(part), pieces);
            calls = calls.add(BigDecimal.valueOf(answered(part)).multiply(factor.apply(part), Footing.EXACT));
        }
        return new Work(calls, pieces);
    }

    private static void add(WorkloadReport part, BigDecimal factor, List<Piece> pieces) {
        BigDecimal rest = part.spend().tiers().total();
        for (Line line : part.arithmetic().lines()) {
            pieces.add(piece(line, factor));
            rest = rest.subtract(line.amount());
        }
        if (rest.signum() != 0) {
            BigDecimal amount = Footing.scaled(rest, factor);
            pieces.add(new Piece("", Tier.UNKNOWN, Optional.empty(), BigDecimal.ZERO, amount));
        }
    }

    private static Piece piece(Line line, BigDecimal factor) {
        Place place = line.place();
        return new Piece(
                place.provider() + "/" + place.model() + "/" + place.band(),
                place.tier(),
                line.tokenKind(),
                BigDecimal.valueOf(line.quantity()).multiply(factor, Footing.EXACT),
                Footing.scaled(line.amount(), factor));
    }

    /// Attempts that failed bring nothing, so more of them are no volume: what they cost is behaviour.
    static long answered(WorkloadReport workload) {
        Outcomes outcomes = workload.usage().outcomes();
        return workload.usage().requests().isPresent() ? outcomes.ok() + outcomes.unknown() : 0;
    }

    BigDecimal tokens() {
        return pieces.stream()
                .filter(piece -> piece.kind().isPresent())
                .map(Piece::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal spend() {
        return pieces.stream().map(Piece::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
