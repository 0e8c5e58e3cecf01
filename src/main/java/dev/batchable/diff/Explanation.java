package dev.batchable.diff;

import dev.batchable.diff.Effects.Behaviour;
import dev.batchable.diff.Effects.Mix;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Why a workload's spend changed.
///
/// Problem: spend = calls × tokens a call × where they are served × price there, and all four change at once.
/// How much each of them did is a matter of definition as soon as two change together. Whatever the definition,
/// the parts should sum to the change, and each should be a figure that can be reckoned by hand.
///
/// Method: the price–volume–mix analysis of management accounting (Horngren, Datar, Rajan: Cost Accounting,
/// chapters on flexible budgets and sales-mix variances). Beginning at the old spend, one factor after the
/// other is set to its new value, and the spend is reckoned anew:
///
/// 1. *volume*: the new number of answered calls, everything else per call as before;
/// 2. *behaviour*: the new tokens a call: the length of prompts, then which of their tokens the cache served,
///    then the length of answers, at the mean price that the old report paid for each kind;
/// 3. *mix*: the new models and context bands, then the new tiers within each model, at old prices;
/// 4. *price*: the new prices, at the new quantities.
///
/// An effect is the difference between two reckonings that follow each other. So nothing is left over however
/// the reckonings in between are rounded (to 12 decimals). Quantities are weighted by old prices, as in
/// Laspeyres' index, and prices by new quantities, as in Paasche's; what arises from two changes together falls
/// to the later step. The tiers' effect is thus what the new work cost less because of the tier that it ran on.
///
/// What has no old price keeps its new one: a model the workload did not use before is all mix, a token kind it
/// did not use is all behaviour, and a new workload is all volume. Where a report knows spend by the call only,
/// tokens and price cannot be told apart; the change of the cost of a call is then behaviour, named `untold`.
/// Calls of different workloads are no common unit of work, so there is no mix between workloads here; every
/// workload has a volume of its own ([Volume]).
///
/// Shapley's value, the mean over all orders, and the logarithmic mean Divisia index (Ang, Energy Policy 32,
/// 2004) treat the factors alike and leave nothing over either. They are not used: the one has no figure that
/// can be found in either report, the other needs logarithms, is not exact in decimals, and has to be patched
/// for what is 0 in one of the reports, which here is common: that is what moving to another tier looks like.
final class Explanation {
    private final Work old;
    private final Work now;
    private final Predicate<Tier> counted;

    /// @param counted whose spend is explained; tokens of other tiers still count as tokens
    Explanation(Work old, Work now, Predicate<Tier> counted) {
        this.old = old;
        this.now = now;
        this.counted = counted;
    }

    /// The spend after each step.
    private record Steps(
            BigDecimal old,
            BigDecimal volume,
            BigDecimal length,
            BigDecimal caching,
            BigDecimal models,
            BigDecimal tiers,
            BigDecimal now) {}

    Effects effects() {
        Optional<BigDecimal> growth = growth();
        if (growth.isEmpty()) {
            return Effects.ofVolume(amount(now.pieces()).subtract(amount(old.pieces())));
        }
        Steps prompts = steps(
                growth.get(), kind -> kind.filter(k -> k != TokenKind.OUTPUT).isPresent());
        Steps answers = steps(
                growth.get(), kind -> kind.filter(k -> k == TokenKind.OUTPUT).isPresent());
        Steps untold = untold(growth.get());
        List<Steps> all = List.of(prompts, answers, untold);
        return new Effects(
                change(all, Steps::old, Steps::volume),
                new Behaviour(
                        change(List.of(prompts), Steps::volume, Steps::length),
                        change(List.of(prompts), Steps::length, Steps::caching),
                        change(List.of(answers), Steps::volume, Steps::caching),
                        change(List.of(untold), Steps::volume, Steps::caching)),
                new Mix(change(all, Steps::caching, Steps::models), change(all, Steps::models, Steps::tiers)),
                change(all, Steps::tiers, Steps::now));
    }

    private static BigDecimal change(
            List<Steps> all, Function<Steps, BigDecimal> from, Function<Steps, BigDecimal> to) {
        return all.stream()
                .map(steps -> to.apply(steps).subtract(from.apply(steps)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// How many times the work of the old window the new one did: by answered calls, else by tokens; empty where
    /// one of the reports knows neither.
    Optional<BigDecimal> growth() {
        if (old.calls().signum() > 0 && now.calls().signum() > 0) {
            return Optional.of(now.calls().divide(old.calls(), Footing.EXACT));
        }
        return old.tokens().signum() > 0 && now.tokens().signum() > 0
                ? Optional.of(now.tokens().divide(old.tokens(), Footing.EXACT))
                : Optional.empty();
    }

    private Steps steps(BigDecimal growth, Predicate<Optional<TokenKind>> which) {
        List<Piece> before = of(old, which);
        List<Piece> after = of(now, which);
        return new Steps(
                amount(before),
                grown(before, growth),
                atOldMean(before, after, piece -> List.of()),
                atOldMean(before, after, piece -> List.of(piece.kind())),
                atOldMean(before, after, piece -> List.of(piece.kind(), piece.model())),
                atOldMean(before, after, piece -> List.of(piece.kind(), piece.model(), piece.tier())),
                amount(after));
    }

    private Steps untold(BigDecimal growth) {
        List<Piece> before = of(old, Optional::isEmpty);
        BigDecimal end = amount(of(now, Optional::isEmpty));
        return new Steps(amount(before), grown(before, growth), end, end, end, end, end);
    }

    private BigDecimal grown(List<Piece> before, BigDecimal growth) {
        return Footing.rounded(amount(before).multiply(growth, Footing.EXACT));
    }

    private static List<Piece> of(Work work, Predicate<Optional<TokenKind>> which) {
        return work.pieces().stream().filter(piece -> which.test(piece.kind())).toList();
    }

    /// What the new quantities would have cost at the mean price that each group of them had; a group without an
    /// old price keeps its new one.
    private BigDecimal atOldMean(List<Piece> before, List<Piece> after, Function<Piece, List<Object>> group) {
        Map<List<Object>, List<Piece>> earlier = before.stream().collect(Collectors.groupingBy(group));
        Map<List<Object>, List<Piece>> later = after.stream().collect(Collectors.groupingBy(group));
        BigDecimal sum = later.entrySet().stream()
                .map(entry -> atOldPrice(earlier.getOrDefault(entry.getKey(), List.of()), entry.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Footing.rounded(sum);
    }

    private BigDecimal atOldPrice(List<Piece> before, List<Piece> after) {
        BigDecimal tokens = quantity(before);
        return tokens.signum() == 0
                ? amount(after)
                : quantity(after).multiply(amount(before)).divide(tokens, Footing.EXACT);
    }

    private static BigDecimal quantity(List<Piece> pieces) {
        return pieces.stream().map(Piece::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal amount(List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> counted.test(piece.tier()))
                .map(Piece::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
