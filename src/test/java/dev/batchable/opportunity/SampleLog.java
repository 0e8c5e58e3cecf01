package dev.batchable.opportunity;

import dev.batchable.checklist.Checklist;
import dev.batchable.checklist.Judgement;
import dev.batchable.checklist.evidence.ChecklistSettings;
import dev.batchable.policy.CallMatch;
import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.policy.DeclaredAnswers.UserWaiting;
import dev.batchable.policy.GateLimits;
import dev.batchable.policy.Glob;
import dev.batchable.policy.Policy;
import dev.batchable.policy.WorkloadRule;
import dev.batchable.price.CostMode;
import dev.batchable.price.RatedProfile;
import dev.batchable.price.Rating;
import dev.batchable.price.RatingOptions;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.profile.Profile;
import dev.batchable.profile.ProfileBuilder;
import dev.batchable.profile.ProfileSettings;
import dev.batchable.record.Field;
import dev.batchable.record.SampleCall;
import dev.batchable.record.Window;
import dev.batchable.report.Opportunity;
import dev.batchable.report.Opportunity.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/// A log of October 2026 that tells everything, audited with the embedded prices as of its end.
final class SampleLog {
    /// What the log tells of every call.
    static final Set<Field> TOLD = EnumSet.of(
            Field.START,
            Field.MODEL,
            Field.INPUT_TOKENS,
            Field.OUTPUT_TOKENS,
            Field.CACHE_READ_TOKENS,
            Field.STREAM,
            Field.OPERATION);

    private static final PriceBook BOOK = PriceBook.embedded();
    private static final Window OCTOBER =
            new Window(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-11-01"), ZoneOffset.UTC);

    private final List<SampleCall> calls = new ArrayList<>();
    private final Set<Field> provided = EnumSet.copyOf(TOLD);
    private Optional<WorkloadRule> rule = Optional.empty();

    SampleLog() {
        provided.add(Field.USER);
    }

    /// Calls on days a week apart, from ten o'clock on.
    SampleLog days(int days, int aDay, int minutesApart, IntFunction<SampleCall> call) {
        Instant first = Instant.parse("2026-10-01T10:00:00Z");
        for (int i = 0; i < days * aDay; i++) {
            long days7 = (long) (i / aDay) * 7 * 86_400;
            calls.add(call.apply(i).at(first.plusSeconds(days7 + (long) (i % aDay) * minutesApart * 60)));
        }
        return this;
    }

    /// The format cannot hold the field.
    SampleLog withholding(Field field) {
        provided.remove(field);
        return this;
    }

    SampleLog declaring(String workload, UserWaiting answer) {
        DeclaredAnswers answers = new DeclaredAnswers(
                Optional.of(answer),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        rule = Optional.of(new WorkloadRule(
                1,
                workload,
                new CallMatch(Map.of(CallMatch.Attribute.KEY, List.of(Glob.of(workload))), Optional.empty()),
                WorkloadRule.Ownership.NONE,
                Optional.empty(),
                answers,
                List.of(),
                List.of()));
        return this;
    }

    /// A call that the log tells everything of, under the key of a workload.
    static SampleCall call(String workload) {
        return SampleCall.call().key(workload).present(TOLD);
    }

    List<Opportunity> found(Kind kind) {
        return found().stream().filter(found -> found.kind() == kind).toList();
    }

    List<Opportunity> found() {
        RatingOptions options = new RatingOptions(Optional.empty(), List.of(), CostMode.AUTO, OCTOBER.to());
        RatedProfile rated = new Rating(BOOK, options).rate(profile());
        List<Judgement> judgements = Checklist.judge(
                        rated.workloads(),
                        policy(),
                        new ChecklistSettings(true, ZoneOffset.UTC, OCTOBER.to(), rated.currency(), BOOK::rule))
                .ofWorkloads();
        return Opportunities.find(judgements, BOOK, options, rated.currency());
    }

    private Profile profile() {
        ProfileSettings settings = new ProfileSettings(ZoneOffset.UTC, policy(), List.of(), BOOK);
        try (ProfileBuilder builder = new ProfileBuilder(settings)) {
            calls.forEach(call -> builder.add(call.build(), provided));
            return builder.build(OCTOBER);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private Policy policy() {
        return new Policy(
                Optional.empty(),
                ZoneOffset.UTC,
                Optional.empty(),
                List.of(),
                rule.stream().toList(),
                List.of(),
                GateLimits.NONE,
                List.of());
    }
}
