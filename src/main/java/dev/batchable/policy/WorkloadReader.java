package dev.batchable.policy;

import dev.batchable.policy.CallMatch.Attribute;
import dev.batchable.policy.DeclaredAnswers.Degradation;
import dev.batchable.policy.DeclaredAnswers.UserWaiting;
import dev.batchable.record.Operation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Reads the `workloads` of a policy.
final class WorkloadReader {
    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);
    private static final Map<String, String> CONTROLS = words("headroom", "fallback", "degraded-mode");
    private static final Map<String, String> BLOCKERS =
            words("zero-retention", "streaming-consumer", "tool-loop", "provisioned");

    private WorkloadReader() {}

    static List<WorkloadRule> rules(List<Entries> entries) {
        List<WorkloadRule> rules = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Entries entry : entries) {
            WorkloadRule rule = rule(entry);
            Integer earlier = lines.putIfAbsent(rule.name(), rule.line());
            if (earlier != null && entry.has("name")) {
                // Two sets of answers for one workload; which one held would depend on the call.
                entry.problem(
                        "name",
                        "workload '" + rule.name() + "' is defined on line " + earlier
                                + " already; expected one entry whose match lists all globs");
            }
            rules.add(rule);
        }
        return rules;
    }

    private static WorkloadRule rule(Entries entry) {
        return new WorkloadRule(
                entry.line(),
                entry.value("name", Function.identity(), ""),
                match(entry),
                new WorkloadRule.Ownership(
                        entry.text("owner"),
                        entry.text("use_case"),
                        outcome(entry),
                        entry.value("effort", Amounts::money)),
                entry.word("recurring", FLAGS),
                entry.section("answers", Section.ANSWERS)
                        .map(WorkloadReader::answers)
                        .orElse(DeclaredAnswers.NONE),
                entry.words("controls", CONTROLS),
                entry.words("blockers", BLOCKERS));
    }

    private static CallMatch match(Entries entry) {
        Optional<Entries> found = entry.section("match", Section.MATCH);
        if (found.isEmpty()) {
            return new CallMatch(Map.of(), Optional.empty());
        }
        Entries match = found.get();
        Map<Attribute, List<Glob>> globs = new EnumMap<>(Attribute.class);
        for (Attribute attribute : Attribute.values()) {
            List<Glob> values = match.values(lower(attribute), text -> glob(attribute, text));
            if (!values.isEmpty()) {
                globs.put(attribute, values);
            }
        }
        CallMatch calls = new CallMatch(globs, match.word("stream", FLAGS));
        if (Section.MATCH.names().stream().noneMatch(match::has)) {
            entry.problem(
                    "match",
                    "match names no key and so would take every call"
                            + Section.WORKLOAD.key("match").expectation());
        }
        return calls;
    }

    /// An operation spelled out must exist: `embeddings` would match nothing, ever, without a word.
    private static Glob glob(Attribute attribute, String text) {
        Glob glob = Glob.of(text);
        if (attribute == Attribute.OPERATION
                && Arrays.stream(Operation.values()).noneMatch(operation -> glob.matches(operation.id()))) {
            throw new IllegalArgumentException("no operation is called so");
        }
        return glob;
    }

    private static Optional<OutcomeUnit> outcome(Entries entry) {
        Optional<Entries> found = entry.section("outcome", Section.OUTCOME);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Entries outcome = found.get();
        if (outcome.has("per") == outcome.has("calls")) {
            entry.problem("outcome", "outcome names both or neither of per and calls; expected one of them");
        }
        Optional<OutcomeUnit> trace = outcome.word("per", Map.of("trace", new OutcomeUnit.PerTrace()));
        Optional<OutcomeUnit> calls = outcome.value("calls", WorkloadReader::calls);
        return trace.or(() -> calls);
    }

    private static OutcomeUnit calls(String text) {
        long calls = Long.parseLong(text);
        if (calls < 1) {
            throw new IllegalArgumentException("below 1");
        }
        return new OutcomeUnit.Calls(calls);
    }

    static DeclaredAnswers answers(Entries entry) {
        return new DeclaredAnswers(
                entry.word("user_waiting", words(UserWaiting.values())),
                entry.value("max_latency", LatencyBudget::parse),
                entry.value("deferral_cost", text -> new DeferralCost(Amounts.perHour(text))),
                entry.text("quota_domain"),
                entry.word("degradation", words(Degradation.values())),
                entry.value("partial_async", WorkloadReader::partialAsync));
    }

    private static PartialAsync partialAsync(String text) {
        return switch (text) {
            case "whole" -> new PartialAsync(BigDecimal.ONE);
            case "none" -> new PartialAsync(BigDecimal.ZERO);
            default -> new PartialAsync(Amounts.percent(text));
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] constants) {
        Map<String, E> words = new TreeMap<>();
        for (E constant : constants) {
            words.put(lower(constant).replace('_', '-'), constant);
        }
        return words;
    }

    private static Map<String, String> words(String... words) {
        Map<String, String> map = new TreeMap<>();
        for (String word : words) {
            map.put(word, word);
        }
        return map;
    }
}
