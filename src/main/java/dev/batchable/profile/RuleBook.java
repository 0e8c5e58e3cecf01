package dev.batchable.profile;

import dev.batchable.policy.CallMatch;
import dev.batchable.policy.CallMatch.Attribute;
import dev.batchable.policy.Glob;
import dev.batchable.policy.WorkloadRule;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.record.Caller;
import dev.batchable.record.Operation;
import dev.batchable.record.Streaming;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The policy's workload rules, applied in two steps.
///
/// What a single call tells (its key, its model, …) is matched when the call is read. Operation, streaming and
/// the name the call would get otherwise are known only when everything is read, since failed calls go with the
/// others of their caller. So reading leaves a list of candidates, in the policy's order, and the first whose
/// late conditions hold wins.
final class RuleBook {
    private static final Set<Attribute> LATE = EnumSet.of(Attribute.OPERATION, Attribute.WORKLOAD);

    private final List<WorkloadRule> rules;

    RuleBook(List<WorkloadRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /// Indexes of the rules that may be for a call, up to the first that is whatever comes later.
    List<Integer> candidates(Caller caller, ModelRef model) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            CallMatch match = rules.get(i).match();
            if (matchesEarly(match, caller, model)) {
                found.add(i);
                if (match.stream().isEmpty() && match.globs().keySet().stream().noneMatch(LATE::contains)) {
                    break;
                }
            }
        }
        return List.copyOf(found);
    }

    /// The rule for calls whose operation, streaming and name are settled.
    Optional<WorkloadRule> choose(
            List<Integer> candidates, WorkloadKey otherwise, Operation operation, Streaming streaming) {
        return candidates.stream()
                .map(rules::get)
                .filter(rule -> matchesAny(rule.match(), Attribute.OPERATION, operation.id()))
                .filter(rule -> matchesAny(rule.match(), Attribute.WORKLOAD, otherwise.name()))
                .filter(rule -> matches(rule.match().stream(), streaming))
                .findFirst();
    }

    /// Where a rule's place in the policy decides between two rules of one name.
    int order(WorkloadRule rule) {
        return rules.indexOf(rule);
    }

    private static boolean matchesEarly(CallMatch match, Caller caller, ModelRef model) {
        return match.globs().keySet().stream()
                .filter(attribute -> !LATE.contains(attribute))
                .allMatch(attribute ->
                        values(attribute, caller, model).anyMatch(value -> matchesAny(match, attribute, value)));
    }

    private static Stream<String> values(Attribute attribute, Caller caller, ModelRef model) {
        return switch (attribute) {
            case KEY -> Stream.concat(caller.keyAlias().stream(), caller.keyId().stream());
            case TEAM -> caller.team().stream();
            case PROJECT -> caller.project().stream();
            case SERVICE -> caller.service().stream();
            case USER_AGENT -> UserAgents.of(caller).stream();
            case TAG -> caller.tags().stream();
            case MODEL -> model.model().stream();
            case PROVIDER -> model.provider().stream();
            case OPERATION, WORKLOAD -> Stream.empty();
        };
    }

    /// True also where the rule says nothing of the attribute.
    private static boolean matchesAny(CallMatch match, Attribute attribute, String value) {
        List<Glob> globs = match.globs().get(attribute);
        return globs == null || globs.stream().anyMatch(glob -> glob.matches(value));
    }

    private static boolean matches(Optional<Boolean> wanted, Streaming streaming) {
        return wanted.map(stream -> streaming == (stream ? Streaming.STREAMED : Streaming.UNSTREAMED))
                .orElse(true);
    }
}
