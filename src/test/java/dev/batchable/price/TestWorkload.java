package dev.batchable.price;

import dev.batchable.policy.CallMatch;
import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.policy.WorkloadRule;
import dev.batchable.profile.Activity;
import dev.batchable.profile.Audience;
import dev.batchable.profile.BatchHistory;
import dev.batchable.profile.Coverage;
import dev.batchable.profile.InFlight;
import dev.batchable.profile.Profile;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.Series;
import dev.batchable.profile.SessionSample;
import dev.batchable.profile.Timings;
import dev.batchable.profile.Usage;
import dev.batchable.profile.UsageTable;
import dev.batchable.profile.WorkloadKey;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.record.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A workload put together by hand.
public final class TestWorkload {
    static final LocalDate DAY = LocalDate.parse("2026-10-05");
    public static final Window OCTOBER =
            new Window(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-11-01"), ZoneOffset.UTC);

    private final String name;
    private final SortedMap<RatingKey, SortedMap<LocalDate, Usage>> usage = new TreeMap<>();
    private final SortedMap<RatingKey, SortedMap<LocalDate, Usage>> repeats = new TreeMap<>();
    private Optional<Boolean> recurring = Optional.of(true);

    public TestWorkload(String name) {
        this.name = name;
    }

    public static TestWorkload of(TestCalls... calls) {
        TestWorkload workload = new TestWorkload("invoices");
        for (TestCalls each : calls) {
            workload.on(DAY, each);
        }
        return workload;
    }

    public TestWorkload on(LocalDate day, TestCalls calls) {
        add(usage, day, calls);
        return this;
    }

    TestWorkload onEach(List<LocalDate> days, TestCalls calls) {
        days.forEach(day -> on(day, calls));
        return this;
    }

    /// Marks calls that were added as repeats of work already done.
    TestWorkload repeating(TestCalls calls) {
        add(repeats, DAY, calls);
        return this;
    }

    TestWorkload recurring(Optional<Boolean> declared) {
        this.recurring = declared;
        return this;
    }

    private static void add(SortedMap<RatingKey, SortedMap<LocalDate, Usage>> table, LocalDate day, TestCalls calls) {
        table.computeIfAbsent(calls.key(), key -> new TreeMap<>()).merge(day, calls.usage(), Usage::plus);
    }

    WorkloadProfile build() {
        return new WorkloadProfile(
                new WorkloadKey(
                        WorkloadKey.CallerSource.TAG,
                        name,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                recurring.map(value -> rule(name, value)),
                new UsageTable(usage),
                new UsageTable(repeats),
                Timings.NONE,
                new Activity(
                        Collections.nCopies(Activity.HOURS, 0L),
                        Series.EMPTY,
                        Map.of(),
                        InFlight.NONE,
                        Duration.ofMinutes(1),
                        Instant.EPOCH,
                        Instant.EPOCH),
                new Audience(0, SessionSample.EMPTY, Map.of(), 0),
                new Coverage(1, Map.of(), Map.of(), 1, 0));
    }

    private static WorkloadRule rule(String name, boolean recurring) {
        return new WorkloadRule(
                1,
                name,
                new CallMatch(Map.of(), Optional.empty()),
                WorkloadRule.Ownership.NONE,
                Optional.of(recurring),
                DeclaredAnswers.NONE,
                List.of(),
                List.of());
    }

    public static Profile profile(TestWorkload... workloads) {
        return profile(OCTOBER, workloads);
    }

    /// All days of the window observed.
    public static Profile profile(Window window, TestWorkload... workloads) {
        return new Profile(
                List.of(workloads).stream().map(TestWorkload::build).toList(),
                window,
                window.from().datesUntil(window.to()).collect(Collectors.toSet()),
                BatchHistory.NONE);
    }

    public static Rating rating(CostMode mode) {
        return new Rating(
                TestPrices.book(), new RatingOptions(Optional.empty(), List.of(), mode, LocalDate.parse("2026-10-31")));
    }

    static RatedWorkload rated(CostMode mode, TestCalls... calls) {
        return rating(mode).rate(profile(of(calls))).workloads().get(0);
    }

    static RatedWorkload rated(TestCalls... calls) {
        return rated(CostMode.AUTO, calls);
    }
}
