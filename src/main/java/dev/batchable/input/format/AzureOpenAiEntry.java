package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Providers;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// One entry of Azure OpenAI's RequestResponse log on its way to a request.
final class AzureOpenAiEntry {
    private final TrackedRow row;

    AzureOpenAiEntry(Row<Field> raw) {
        row = new TrackedRow(raw);
    }

    Request request(Operation operation) throws BadValueException {
        row.note(Field.PROVIDER);
        row.text(Field.OPERATION);
        return CallDraft.of(row)
                .timing(timing())
                .provider(Optional.of(Providers.AZURE))
                .operation(operation)
                .streaming(
                        row.decoded(Field.STREAM, AzureOpenAiEntry::streaming).orElse(Streaming.UNKNOWN))
                .account(row.decoded(Field.ACCOUNT, ProviderAccounts::of))
                .caller(PlainCaller.of(row.decoded(Field.PROJECT, ProviderAccounts::of), Optional.empty()))
                .request();
    }

    /// Times of request and response in ticks, else the time of the entry and a duration, which is at times negative
    /// and then tells nothing.
    private Timing timing() throws BadValueException {
        Optional<Instant> start = row.decoded(Field.START, AzureTicks::instant);
        Optional<Instant> end = row.decoded(Field.END, AzureTicks::instant);
        if (start.isPresent() && end.isPresent() && !end.orElseThrow().isBefore(start.orElseThrow())) {
            row.note(Field.LATENCY);
            Duration taken = Duration.between(start.orElseThrow(), end.orElseThrow());
            return new Timing(start.orElseThrow(), OptionalLong.of(taken.toMillis()), OptionalLong.empty());
        }
        row.forget(Field.END);
        Instant began = start.isPresent() ? start.orElseThrow() : logged();
        boolean told = row.text(Field.LATENCY, text -> !text.startsWith("-")).isPresent();
        OptionalLong latency = told ? TimeUnits.millis(row, Field.LATENCY, TimeUnits.IN_MILLIS) : OptionalLong.empty();
        return new Timing(began, latency, OptionalLong.empty());
    }

    private Instant logged() throws BadValueException {
        Optional<Instant> logged = AzureTimes.of(row, Field.LOGGED);
        if (logged.isEmpty()) {
            throw row.bad(Field.LOGGED, "the time of the entry");
        }
        row.note(Field.START);
        return logged.orElseThrow();
    }

    /// `Streaming`, `Non-Streaming`
    private static Optional<Streaming> streaming(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "streaming" -> Optional.of(Streaming.STREAMED);
            case "non-streaming" -> Optional.of(Streaming.UNSTREAMED);
            default -> Optional.empty();
        };
    }
}
