package dev.batchable.evaluation.workload;

import dev.batchable.profile.WorkloadKey;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Labelled calls and totals.
///
/// @param provided what the log's format can tell at all
public record Traffic(List<Call> calls, List<Total> totals, Set<Field> provided) {
    public Traffic {
        calls = List.copyOf(calls);
        totals = List.copyOf(totals);
        provided = Set.copyOf(provided);
    }

    public static Traffic of(List<Call> calls) {
        Set<Field> provided = EnumSet.noneOf(Field.class);
        calls.forEach(call -> provided.addAll(call.request().present()));
        return new Traffic(calls, List.of(), provided);
    }

    public Label label() {
        return Label.of(
                Stream.concat(calls.stream().map(Call::label), totals.stream().map(Total::label)));
    }

    /// The truth about a part into which the profile splits the traffic: of the calls that are alike in what
    /// it was split by. Failed calls, which the profile puts to the likeliest part, are of either label.
    public Label label(WorkloadKey part) {
        List<Call> own = calls(part);
        return own.isEmpty() ? label() : Label.of(own.stream().map(Call::label));
    }

    /// Share of the calls of a part that are not known to be waited for by nobody.
    public double waited(WorkloadKey part) {
        List<Call> own = calls(part);
        return own.stream().filter(call -> call.label() != Label.MACHINE).count() / (double) Math.max(1, own.size());
    }

    private List<Call> calls(WorkloadKey part) {
        return calls.stream()
                .filter(call -> belongs(part.operation(), part.streaming(), call.request()))
                .toList();
    }

    private static boolean belongs(Optional<Operation> operation, Optional<Streaming> streaming, Request request) {
        return operation.filter(wanted -> wanted != request.call().operation()).isEmpty()
                && streaming
                        .filter(wanted -> wanted != request.completion().streaming())
                        .isEmpty();
    }

    public Traffic map(UnaryOperator<Request> change) {
        List<Call> changed = calls.stream()
                .map(call -> new Call(change.apply(call.request()), call.label()))
                .toList();
        return new Traffic(changed, totals, provided);
    }

    public Optional<Instant> first() {
        return Stream.concat(
                        calls.stream().map(call -> call.request().timing().start()),
                        totals.stream().map(total -> total.bucket().start()))
                .min(Comparator.naturalOrder());
    }

    /// Both under one key.
    public Traffic with(Traffic other) {
        Set<Field> both = EnumSet.noneOf(Field.class);
        both.addAll(provided);
        both.addAll(other.provided);
        return new Traffic(
                Stream.concat(calls.stream(), other.calls.stream()).toList(),
                Stream.concat(totals.stream(), other.totals.stream()).toList(),
                both);
    }
}
