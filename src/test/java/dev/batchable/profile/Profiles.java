package dev.batchable.profile;

import dev.batchable.policy.CallMatch;
import dev.batchable.policy.CallMatch.Attribute;
import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.policy.GateLimits;
import dev.batchable.policy.Glob;
import dev.batchable.policy.Policy;
import dev.batchable.policy.WorkloadRule;
import dev.batchable.policy.WorkloadRule.Ownership;
import dev.batchable.record.Field;
import dev.batchable.record.Request;
import dev.batchable.record.SampleCall;
import dev.batchable.record.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Builds profiles and policies for tests.
final class Profiles {
    static final Window NOVEMBER = new Window(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1), ZoneOffset.UTC);
    static final Set<Field> PROVIDED = Set.of(Field.START, Field.MODEL, Field.SESSION);

    /// One price for everything, the same at all times.
    static final RatingScheme FLAT = new RatingScheme() {
        @Override
        public String band(RatingKey.ModelRef model, Instant start, long inputTokens) {
            return inputTokens > 200_000 ? ">200k" : BASE;
        }

        @Override
        public Optional<LocalDate> epoch(RatingKey.ModelRef model, Instant start) {
            return Optional.of(LocalDate.of(2026, 1, 1));
        }
    };

    private Profiles() {}

    static ProfileSettings settings(WorkloadRule... rules) {
        return settings(ZoneOffset.UTC, List.of(), rules);
    }

    static ProfileSettings settings(ZoneId zone, List<GroupKey> groupBy, WorkloadRule... rules) {
        Policy policy = new Policy(
                Optional.empty(),
                ZoneOffset.UTC,
                Optional.empty(),
                List.of(),
                List.of(rules),
                List.of(),
                GateLimits.NONE,
                List.of());
        return new ProfileSettings(zone, policy, groupBy, FLAT);
    }

    static WorkloadRule rule(String name, Map<Attribute, String> globs, Optional<Boolean> stream) {
        Map<Attribute, List<Glob>> match = new EnumMap<>(Attribute.class);
        globs.forEach((attribute, text) -> match.put(
                attribute, Arrays.stream(text.split("\\|", -1)).map(Glob::of).toList()));
        return new WorkloadRule(
                1,
                name,
                new CallMatch(match, stream),
                Ownership.NONE,
                Optional.empty(),
                DeclaredAnswers.NONE,
                List.of(),
                List.of());
    }

    static Profile of(ProfileSettings settings, List<Request> requests, Window window) {
        try (ProfileBuilder builder = new ProfileBuilder(settings)) {
            requests.forEach(request -> builder.add(request, PROVIDED));
            return builder.build(window);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    static Profile of(ProfileSettings settings, SampleCall... calls) {
        return of(settings, Arrays.stream(calls).map(SampleCall::build).toList(), NOVEMBER);
    }

    /// Name and number of calls of every workload.
    static List<String> names(Profile profile) {
        return profile.workloads().stream()
                .map(workload ->
                        workload.key().name() + " " + workload.usage().total().requests())
                .toList();
    }

    static List<String> names(ProfileSettings settings, SampleCall... calls) {
        return names(of(settings, calls));
    }

    static WorkloadProfile only(SampleCall... calls) {
        List<WorkloadProfile> workloads = of(settings(), calls).workloads();
        if (workloads.size() != 1) {
            throw new AssertionError("expected one workload: " + workloads);
        }
        return workloads.get(0);
    }
}
