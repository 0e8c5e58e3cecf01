package dev.batchable.report;

import dev.batchable.report.AfterMove.Net;
import dev.batchable.report.AfterMove.Payback;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What the recommended moves leave once they are paid for; a one-off has no part in it.
///
/// @param net empty where the net saving of any of them is unknown: a sum without it would be too much or too little
/// @param effort of the moves that declare one; empty where none does
/// @param effortUndeclared moves without a declared effort
/// @param payback that effort ÷ the net saving of the same moves
public record NetTotals(
        Optional<Net> net, Optional<BigDecimal> effort, long effortUndeclared, Optional<Payback> payback) {
    /// Of no move.
    public static final NetTotals NONE = new NetTotals(Optional.of(Net.ZERO), Optional.empty(), 0, Optional.empty());

    public NetTotals {
        effort = Decimals.canonical(effort);
    }

    /// @param moves recommended moves of what recurs
    public static NetTotals of(List<AfterMove> moves) {
        List<AfterMove> declared =
                moves.stream().filter(move -> move.effort().isPresent()).toList();
        Optional<BigDecimal> effort =
                declared.stream().flatMap(move -> move.effort().stream()).reduce(BigDecimal::add);
        return new NetTotals(
                sum(moves),
                effort,
                moves.size() - declared.size(),
                effort.flatMap(total -> sum(declared).map(net -> Payback.of(total, net.monthly()))));
    }

    private static Optional<Net> sum(List<AfterMove> moves) {
        return moves.stream().allMatch(move -> move.net().isPresent())
                ? Optional.of(
                        moves.stream().flatMap(move -> move.net().stream()).reduce(Net.ZERO, Net::plus))
                : Optional.empty();
    }
}
