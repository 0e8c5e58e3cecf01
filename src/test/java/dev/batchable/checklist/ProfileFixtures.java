package dev.batchable.checklist;

import dev.batchable.checklist.evidence.ChecklistSettings;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.policy.CallMatch;
import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.policy.Policy;
import dev.batchable.policy.WorkloadRule;
import dev.batchable.price.Range;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.Spend;
import dev.batchable.price.TargetRating;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.profile.Audience;
import dev.batchable.profile.ClientKind;
import dev.batchable.profile.Coverage;
import dev.batchable.profile.InFlight;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.SessionSample;
import dev.batchable.profile.Timings;
import dev.batchable.profile.UsageTable;
import dev.batchable.profile.WorkloadKey;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Builds workloads by hand: calls first, then what is known of them.
public final class ProfileFixtures {
    public static final Instant MONDAY = Instant.parse("2026-10-05T00:00:00Z");
    public static final ChecklistSettings SETTINGS = new ChecklistSettings(
            true,
            ZoneOffset.UTC,
            LocalDate.of(2026, 11, 1),
            "USD",
            (model, tier) -> new TierRule.Unknown("not looked up"));

    private final String name;
    private final List<SessionSample.Session> sessions = new ArrayList<>();
    private final Map<ClientKind, Long> clients = new EnumMap<>(ClientKind.class);
    private final Map<Field, Long> seen = new EnumMap<>(Field.class);
    private final Map<Field, Long> provided = new EnumMap<>(Field.class);
    private final SampleTraffic traffic = new SampleTraffic();
    private SampleTraffic.Kind asked = SampleTraffic.Kind.USUAL;
    private Optional<String> account = Optional.empty();
    private boolean again;
    private Operation operation = Operation.CHAT;
    private Optional<String> provider = Optional.of("openai");
    private Tier tier = Tier.STANDARD;
    private Duration resolution = Duration.ofMinutes(1);
    private long stampMillis = 1;
    private long users;
    private long retried;
    private Timings timings = Timings.NONE;
    private final List<InFlight.Slot> inFlight = new ArrayList<>();
    private DeclaredAnswers answers = DeclaredAnswers.NONE;
    private Optional<String> useCase = Optional.empty();
    private List<String> blockers = List.of();
    private List<String> controls = List.of();
    private boolean ruled;
    private OptionalLong inSessions = OptionalLong.empty();

    private ProfileFixtures(String name) {
        this.name = name;
    }

    public static ProfileFixtures workload(String name) {
        return new ProfileFixtures(name);
    }

    /// Calls one gap apart, as the settings made so far say.
    public ProfileFixtures calls(Instant first, Duration gap, int number) {
        for (int i = 0; i < number; i++) {
            add(first.plus(gap.multipliedBy(i)), 1);
        }
        return this;
    }

    /// Many calls in one slot.
    public ProfileFixtures add(Instant start, long number) {
        long width = Math.max(1, resolution.toMinutes());
        long minute = Math.floorDiv(start.getEpochSecond(), 60 * width) * width;
        traffic.add(asked, start, minute, number, again);
        account.ifPresent(name -> traffic.account(name, number));
        return this;
    }

    /// A job that starts each day at one time: so many days, so many calls each.
    public ProfileFixtures daily(Instant firstStart, int days, Duration gap, int callsEach) {
        for (int day = 0; day < days; day++) {
            calls(firstStart.plus(Duration.ofDays(day)), gap, callsEach);
        }
        return this;
    }

    public ProfileFixtures operation(Operation now) {
        operation = now;
        return this;
    }

    public ProfileFixtures provider(Optional<String> now) {
        provider = now;
        return this;
    }

    /// The calls that follow ask this model instead of the usual one.
    public ProfileFixtures asking(String otherProvider, String name) {
        asked = asked.asking(Optional.of(otherProvider), Optional.of(name));
        return this;
    }

    public static RatingKey.ModelRef ref(String provider, String name) {
        return new RatingKey.ModelRef(Optional.of(provider), Optional.of(name), Optional.empty());
    }

    public ProfileFixtures tier(Tier now) {
        tier = now;
        return this;
    }

    public ProfileFixtures streaming(Streaming now) {
        asked = asked.streaming(now);
        return this;
    }

    public ProfileFixtures outcome(Outcome now) {
        asked = asked.outcome(now);
        return this;
    }

    /// What follows goes to another provider than the rest.
    public ProfileFixtures asking(Optional<String> other) {
        asked = asked.asking(other, Optional.empty());
        return this;
    }

    /// The account of what follows.
    public ProfileFixtures account(String name) {
        account = Optional.of(name);
        return this;
    }

    /// Whether what follows was attempted more than once.
    public ProfileFixtures again(boolean now) {
        again = now;
        return this;
    }

    public ProfileFixtures resolution(Duration now) {
        resolution = now;
        return this;
    }

    public ProfileFixtures stampMillis(long now) {
        stampMillis = now;
        return this;
    }

    public ProfileFixtures users(long distinct) {
        users = distinct;
        return seen(Field.USER, 1);
    }

    public ProfileFixtures clients(ClientKind kind, long number) {
        clients.put(kind, number);
        return this;
    }

    public ProfileFixtures retried(long number) {
        retried = number;
        return this;
    }

    /// Sessions whose calls last a second and start so many seconds apart.
    public ProfileFixtures sessions(int number, int callsEach, long secondsApart) {
        for (int i = 0; i < number; i++) {
            List<SessionSample.Call> made = new ArrayList<>();
            for (int j = 0; j < callsEach; j++) {
                long start = MONDAY.toEpochMilli() + (i * 100_000L + j * secondsApart) * 1_000;
                made.add(new SessionSample.Call(start, start + 1_000, 100, SessionSample.hash(model())));
            }
            sessions.add(new SessionSample.Session(sessions.size(), made, callsEach));
        }
        return this;
    }

    /// How many calls name a session; all of them unless said, where there are sessions.
    public ProfileFixtures inSessions(long number) {
        inSessions = OptionalLong.of(number);
        return this;
    }

    /// Sessions of twelve calls a few seconds apart, with one pause of two minutes: agents that people drive.
    public ProfileFixtures driven(int number) {
        for (int i = 0; i < number; i++) {
            List<SessionSample.Call> made = new ArrayList<>();
            for (int j = 0; j < 12; j++) {
                long start = MONDAY.toEpochMilli() + (i * 1_000L + j * 5L + (j < 6 ? 0 : 120)) * 1_000;
                made.add(new SessionSample.Call(start, start + 1_000, 100, SessionSample.hash(model())));
            }
            sessions.add(new SessionSample.Session(sessions.size(), made, made.size()));
        }
        return this;
    }

    /// A session with these calls.
    public ProfileFixtures session(long hash, List<SessionSample.Call> made) {
        sessions.add(new SessionSample.Session(hash, made, made.size()));
        return this;
    }

    /// How long calls were under way in a minute, as so many equal pieces.
    public ProfileFixtures underWay(Instant minute, int pieces, long millisEach) {
        long number = Math.floorDiv(minute.getEpochSecond(), 60);
        inFlight.add(new InFlight.Slot(number, pieces * millisEach, pieces * millisEach * millisEach));
        return this;
    }

    public ProfileFixtures timings(Timings now) {
        timings = now;
        return this;
    }

    /// A field that a share of all rows holds.
    public ProfileFixtures seen(Field field, double share) {
        provided.put(field, 100L);
        seen.put(field, Math.round(share * 100));
        return this;
    }

    public ProfileFixtures provided(Field field) {
        provided.put(field, 100L);
        return this;
    }

    public ProfileFixtures declares(DeclaredAnswers declared) {
        answers = declared;
        ruled = true;
        return this;
    }

    public ProfileFixtures useCase(String declared) {
        useCase = Optional.of(declared);
        ruled = true;
        return this;
    }

    public ProfileFixtures blockers(String... declared) {
        blockers = List.of(declared);
        ruled = true;
        return this;
    }

    public ProfileFixtures controls(String... declared) {
        controls = List.of(declared);
        ruled = true;
        return this;
    }

    public WorkloadProfile profile() {
        Optional<WorkloadRule> rule = ruled ? Optional.of(rule()) : Optional.empty();
        WorkloadKey key = new WorkloadKey(
                WorkloadKey.CallerSource.KEY_ALIAS,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new WorkloadProfile(
                key,
                rule,
                traffic.usage(model(), tier, operation),
                UsageTable.EMPTY,
                timings,
                traffic.activity(model(), InFlight.of(inFlight), resolution),
                new Audience(
                        users,
                        new SessionSample(sessions, true, inSessions.orElse(sessions.isEmpty() ? 0 : requests())),
                        clients,
                        retried),
                new Coverage(100, seen, provided, stampMillis, resolution.toMinutes() > 1 ? 100 : 0));
    }

    private WorkloadRule rule() {
        return new WorkloadRule(
                1,
                name,
                new CallMatch(Map.of(), Optional.empty()),
                new WorkloadRule.Ownership(Optional.empty(), useCase, Optional.empty(), Optional.empty()),
                Optional.empty(),
                answers,
                controls,
                blockers);
    }

    private long requests() {
        return traffic.requests();
    }

    private RatingKey.ModelRef model() {
        return new RatingKey.ModelRef(provider, Optional.of("gpt-4.1"), Optional.empty());
    }

    public RatedWorkload workload(Spend spend, TargetRating... targets) {
        return new RatedWorkload(
                profile(),
                spend,
                RatedWorkload.Recurrence.RECURRING,
                new Range(BigDecimal.valueOf(2), BigDecimal.valueOf(2), BigDecimal.valueOf(2)),
                List.of(),
                List.of(targets),
                RatedWorkload.Unpriced.NOTHING,
                List.of());
    }

    /// No flex; batch at half the price.
    public RatedWorkload workload() {
        return workload(
                SampleRates.realtime("100"),
                SampleRates.unrated(Tier.FLEX, TargetRating.Reason.NO_TIER),
                SampleRates.rated(Tier.BATCH, "50"));
    }

    public Subject subject() {
        return Subject.of(workload(), Policy.EMPTY, SETTINGS);
    }

    Judgement judgement() {
        return judgement(workload());
    }

    public Subject subjectWithoutDataMinimum() {
        return Subject.of(workload(), Policy.EMPTY, SETTINGS.withoutDataMinimum());
    }

    static Judgement judgement(RatedWorkload workload) {
        return Checklist.judge(List.of(workload), Policy.EMPTY, SETTINGS)
                .ofWorkloads()
                .get(0);
    }
}
