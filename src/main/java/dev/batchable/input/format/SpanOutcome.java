package dev.batchable.input.format;

import dev.batchable.record.Field;
import dev.batchable.record.Outcome;
import java.util.Locale;
import java.util.Optional;

/// How the call of a span ended.
final class SpanOutcome {
    static final String ERROR_TYPE = "error.type";

    private SpanOutcome() {}

    /// The status of what went well is left unset by convention
    /// (<https://opentelemetry.io/docs/specs/semconv/general/recording-errors/>), so a span that ended and tells no
    /// error tells of a success. Exceptions that it got over do not make it a failure.
    ///
    /// @param ended whether the span tells when it ended
    static Outcome of(TrackedRow row, boolean ended) {
        Optional<String> status = row.text(Field.STATUS);
        boolean failed = status.filter(SpanOutcome::isError).isPresent();
        boolean certain = failed || row.path(Field.ERROR).endsWith(ERROR_TYPE);
        Optional<String> error = certain ? row.text(Field.ERROR) : Optional.empty();
        if (ended) {
            row.note(Field.STATUS);
        }
        Optional<String> word = failed ? Optional.of("error") : ended ? Optional.of("ok") : Optional.empty();
        return Outcomes.of(row.text(Field.HTTP_STATUS), word, error);
    }

    /// `2`, `STATUS_CODE_ERROR`, `Error`.
    static boolean isError(String status) {
        return status.equals("2") || status.toLowerCase(Locale.ROOT).endsWith("error");
    }
}
