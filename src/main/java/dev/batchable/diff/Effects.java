package dev.batchable.diff;

import dev.batchable.report.Decimals;
import java.math.BigDecimal;

/// Why an amount changed; the parts sum to the change, to the last digit. [Explanation] tells what each means.
///
/// @param volume more or fewer calls, new and gone workloads included
/// @param price other prices for the same
public record Effects(BigDecimal volume, Behaviour behaviour, Mix mix, BigDecimal price) {
    static final Effects NONE = ofVolume(BigDecimal.ZERO);

    public Effects {
        volume = Decimals.canonical(volume);
        price = Decimals.canonical(price);
    }

    /// More or fewer tokens a call.
    ///
    /// @param prompts longer or shorter prompts
    /// @param caching more or fewer of their tokens read from or written to the provider's cache
    /// @param answers longer or shorter answers
    /// @param untold spend known by the call only, where behaviour and price cannot be told apart
    public record Behaviour(BigDecimal prompts, BigDecimal caching, BigDecimal answers, BigDecimal untold) {
        public Behaviour {
            prompts = Decimals.canonical(prompts);
            caching = Decimals.canonical(caching);
            answers = Decimals.canonical(answers);
            untold = Decimals.canonical(untold);
        }

        public BigDecimal total() {
            return Decimals.canonical(prompts.add(caching).add(answers).add(untold));
        }
    }

    /// The same tokens elsewhere.
    ///
    /// @param models other models, providers or context bands
    /// @param tiers another tier of the same model; what moving work to batch shows in
    public record Mix(BigDecimal models, BigDecimal tiers) {
        public Mix {
            models = Decimals.canonical(models);
            tiers = Decimals.canonical(tiers);
        }

        public BigDecimal total() {
            return Decimals.canonical(models.add(tiers));
        }
    }

    static Effects ofVolume(BigDecimal volume) {
        BigDecimal zero = BigDecimal.ZERO;
        return new Effects(volume, new Behaviour(zero, zero, zero, zero), new Mix(zero, zero), zero);
    }

    public BigDecimal total() {
        return Decimals.canonical(volume.add(behaviour.total()).add(mix.total()).add(price));
    }

    Effects plus(Effects other) {
        return new Effects(
                volume.add(other.volume),
                new Behaviour(
                        behaviour.prompts.add(other.behaviour.prompts),
                        behaviour.caching.add(other.behaviour.caching),
                        behaviour.answers.add(other.behaviour.answers),
                        behaviour.untold.add(other.behaviour.untold)),
                new Mix(mix.models.add(other.mix.models), mix.tiers.add(other.mix.tiers)),
                price.add(other.price));
    }
}
