package dev.batchable.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// Where prices change with context length, time of day or date, and where the days of a bill begin,
/// known before reading starts. Implemented by the price book; declared here because prices come after
/// profiles. Must be safe for use by many threads and cheap: it is asked once a call.
public interface RatingScheme {
    /// The band of every model whose price knows no bands.
    String BASE = "base";

    /// The band of a call: [#BASE], a context band such as `>200k`, or a time-of-day band such as `peak`.
    String band(RatingKey.ModelRef model, Instant start, long inputTokens);

    /// The day from which the price row in force at `start` holds.
    Optional<LocalDate> epoch(RatingKey.ModelRef model, Instant start);

    /// The zone in which the days of the model's biller begin; asked once a workload and model.
    default ZoneId billingZone(RatingKey.ModelRef model) {
        return ZoneOffset.UTC;
    }

    /// The same answers for one model, to be kept by whoever asks for it again and again.
    default OfModel ofModel(RatingKey.ModelRef model) {
        return new OfModel() {
            @Override
            public String band(Instant start, long inputTokens) {
                return RatingScheme.this.band(model, start, inputTokens);
            }

            @Override
            public Optional<LocalDate> epoch(Instant start) {
                return RatingScheme.this.epoch(model, start);
            }
        };
    }

    /// A scheme as it applies to one model; as safe and as cheap as the scheme.
    interface OfModel {
        String band(Instant start, long inputTokens);

        Optional<LocalDate> epoch(Instant start);
    }
}
