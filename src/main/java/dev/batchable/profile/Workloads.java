package dev.batchable.profile;

import dev.batchable.policy.WorkloadRule;
import dev.batchable.profile.WorkloadKey.CallerSource;
import dev.batchable.record.Operation;
import dev.batchable.record.Streaming;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decides which cells make up a workload, once everything is read and merged.
///
/// Problem: a failed call tells neither its operation nor whether it would have streamed, rows of a batch often
/// tell no operation, so that work that moves there would look like other work, and a policy rule may
/// ask for both, or for the name the calls would get without rules. Method: settle the open cells of each
/// caller, name them, choose rules, and settle and name once more with the callers that the rules gave.
/// Consequence: the result depends on sums per cell only, never on the order of calls. Ties are broken towards
/// the operation declared first and towards STREAMED, which leans against moving.
final class Workloads {
    private final RuleBook rules;

    Workloads(RuleBook rules) {
        this.rules = rules;
    }

    /// The workload of a cell, and the rule that named it.
    record Assignment(WorkloadKey key, Optional<WorkloadRule> rule) {}

    /// A cell on its way to a workload; `operation` is empty while open.
    private record Part(
            CellKey cell,
            long calls,
            CallerId caller,
            Optional<WorkloadRule> rule,
            Optional<Operation> operation,
            Streaming streaming) {
        Part settled(Operation newOperation) {
            return new Part(cell, calls, caller, rule, Optional.of(operation.orElse(newOperation)), streaming);
        }

        Part settled(Streaming newStreaming) {
            return streaming == Streaming.UNKNOWN ? new Part(cell, calls, caller, rule, operation, newStreaming) : this;
        }

        Part ruled(WorkloadRule newRule) {
            CallerId named = CallerId.named(CallerSource.POLICY, newRule.name());
            return new Part(cell, calls, named, Optional.of(newRule), operation, streaming);
        }

        Part of(CallerId sameCaller) {
            return new Part(cell, calls, sameCaller, rule, operation, streaming);
        }

        Operation known() {
            return operation.orElse(Operation.UNKNOWN);
        }
    }

    Map<CellKey, Assignment> assign(Map<CellKey, Long> calls) {
        List<Part> settled = settle(underOneSource(calls.entrySet().stream()
                .map(entry -> open(entry.getKey(), entry.getValue()))
                .toList()));
        Map<CellKey, WorkloadKey> otherwise = name(settled);
        List<Part> ruled = settle(settled.stream()
                .map(part -> rules.choose(part.cell.rules(), key(otherwise, part), part.known(), part.streaming)
                        .map(part::ruled)
                        .orElse(part))
                .toList());
        Map<CellKey, WorkloadKey> names = name(ruled);
        return ruled.stream()
                .collect(Collectors.toMap(Part::cell, part -> new Assignment(key(names, part), part.rule)));
    }

    private static Part open(CellKey cell, long calls) {
        return new Part(cell, calls, cell.caller(), Optional.empty(), cell.operation(), cell.streaming());
    }

    /// One log names by the key what another names by the service or the project; where the name is one, so
    /// is the caller, and the source of highest precedence stands for all.
    private static List<Part> underOneSource(List<Part> parts) {
        Map<String, CallerSource> first = new HashMap<>();
        parts.forEach(part -> first.merge(
                part.caller.name(), part.caller.source(), (one, other) -> one.compareTo(other) <= 0 ? one : other));
        return parts.stream()
                .map(part -> part.caller.isUnattributed()
                        ? part
                        : part.of(CallerId.named(
                                first.getOrDefault(part.caller.name(), part.caller.source()), part.caller.name())))
                .toList();
    }

    private static WorkloadKey key(Map<CellKey, WorkloadKey> names, Part part) {
        WorkloadKey key = names.get(part.cell);
        if (key == null) {
            throw new IllegalStateException("a cell without a name: " + part.cell);
        }
        return key;
    }

    private static List<Part> settle(List<Part> parts) {
        return groups(parts, Part::caller)
                .map(Workloads::settleOperations)
                .flatMap(ofCaller -> groups(ofCaller, Part::known))
                .flatMap(ofOperation -> settleStreaming(ofOperation).stream())
                .toList();
    }

    private static List<Part> settleOperations(List<Part> ofCaller) {
        Optional<Operation> commonest =
                commonest(ofCaller.stream().filter(part -> part.known() != Operation.UNKNOWN), Part::known);
        return commonest
                .map(operation ->
                        ofCaller.stream().map(part -> part.settled(operation)).toList())
                .orElse(ofCaller);
    }

    private static List<Part> settleStreaming(List<Part> ofOperation) {
        Optional<Streaming> commonest =
                commonest(ofOperation.stream().filter(part -> part.streaming != Streaming.UNKNOWN), Part::streaming);
        return commonest
                .map(streaming -> ofOperation.stream()
                        .map(part -> part.settled(streaming))
                        .toList())
                .orElse(ofOperation);
    }

    /// The value most calls have; of equals the one declared first.
    private static <T extends Enum<T>> Optional<T> commonest(Stream<Part> parts, Function<Part, T> value) {
        Map<T, Long> calls = parts.collect(Collectors.groupingBy(value, Collectors.summingLong(Part::calls)));
        return calls.entrySet().stream()
                .max(Map.Entry.<T, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    private static Map<CellKey, WorkloadKey> name(List<Part> parts) {
        Map<CellKey, WorkloadKey> names = new HashMap<>();
        groups(parts, Part::caller).forEach(ofCaller -> {
            boolean manyOperations = areMany(ofCaller, Part::known);
            groups(ofCaller, Part::known).forEach(ofOperation -> {
                CallerId caller = ofOperation.get(0).caller;
                boolean byStreaming = !caller.isUnattributed() && areMany(ofOperation, Part::streaming);
                boolean byOperation = manyOperations || byStreaming || caller.isUnattributed();
                ofOperation.forEach(part -> names.put(part.cell, key(part, byOperation, byStreaming)));
            });
        });
        return names;
    }

    private static WorkloadKey key(Part part, boolean byOperation, boolean byStreaming) {
        return new WorkloadKey(
                part.caller.source(),
                part.caller.name(),
                Optional.of(part.known()).filter(operation -> byOperation),
                Optional.of(part.streaming).filter(streaming -> byStreaming),
                part.caller.provider(),
                part.caller.model());
    }

    private static boolean areMany(Collection<Part> parts, Function<Part, ?> value) {
        return parts.stream().map(value).distinct().count() > 1;
    }

    private static <K> Stream<List<Part>> groups(List<Part> parts, Function<Part, K> key) {
        return parts.stream().collect(Collectors.groupingBy(key)).values().stream();
    }
}
