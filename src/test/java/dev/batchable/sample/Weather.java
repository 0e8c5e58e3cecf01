package dev.batchable.sample;

import dev.batchable.sample.SampleCall.Ending;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When providers refused or dropped calls: two spells, and a little all the time.
final class Weather {
    private record Spell(String provider, Instant from, Instant to, double probability, Ending ending) {
        boolean holds(SampleModel model, Instant at) {
            return model.provider().equals(provider) && !at.isBefore(from) && at.isBefore(to);
        }
    }

    private static final List<Spell> SPELLS = List.of(
            new Spell(
                    "openai",
                    Instant.parse("2026-10-14T08:10:00Z"),
                    Instant.parse("2026-10-14T09:20:00Z"),
                    0.6,
                    new Ending(429, "RateLimitError", 0)),
            new Spell(
                    "anthropic",
                    Instant.parse("2026-10-21T12:40:00Z"),
                    Instant.parse("2026-10-21T15:10:00Z"),
                    0.6,
                    new Ending(529, "InternalServerError", 0)));

    private static final List<Ending> MISHAPS =
            List.of(new Ending(408, "Timeout", 0), new Ending(500, "InternalServerError", 0));
    private static final double MISHAP = 0.003;

    private Weather() {}

    /// How a call fails, if it does.
    static Optional<Ending> strike(SampleModel model, Instant at, Dice dice) {
        for (Spell spell : SPELLS) {
            if (spell.holds(model, at) && dice.chance(spell.probability())) {
                return Optional.of(spell.ending());
            }
        }
        return dice.chance(MISHAP) ? Optional.of(dice.oneOf(MISHAPS)) : Optional.empty();
    }
}
