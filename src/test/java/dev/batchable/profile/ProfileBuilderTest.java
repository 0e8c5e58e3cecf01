package dev.batchable.profile;

import static dev.batchable.profile.Profiles.only;
import static dev.batchable.profile.Profiles.settings;
import static dev.batchable.record.SampleCall.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchable.profile.RatingKey.TokenKnowledge;
import dev.batchable.profile.Timings.Percentiles;
import dev.batchable.record.Caller;
import dev.batchable.record.Field;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Money;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.SampleCall;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import dev.batchable.record.UsageBucket;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileBuilderTest {
    @Test
    void sumsByRatingKeyAndDay() {
        UsageTable usage = only(
                        call().at("2026-11-02T23:59:59.999Z").tokens(100, 10).cost("0.0010"),
                        call().at("2026-11-03T00:00:00Z").tokens(200, 20).cost("0.002"),
                        call().at("2026-11-03T01:00:00Z").tokens(300, 30).cost("1E+1"),
                        call().at("2026-11-03T01:00:00Z")
                                .outcome(Outcome.TIMEOUT)
                                .tokens(7, 0))
                .usage();
        assertThat(usage.rows()).hasSize(2);
        RatingKey answered = usage.rows().firstKey();
        assertThat(answered.outcome()).isEqualTo(Outcome.OK);
        assertThat(answered.known().costCurrency()).contains("USD");
        assertThat(answered.epoch()).contains(LocalDate.of(2026, 1, 1));
        Map<LocalDate, Usage> days = Objects.requireNonNull(usage.rows().get(answered));
        assertThat(days.get(LocalDate.of(2026, 11, 2)))
                .isEqualTo(new Usage(
                        1, new Tokens(100, 0, 0, 0, 10, 0), Money.usd("0.0010").amount()));
        assertThat(days.get(LocalDate.of(2026, 11, 3)))
                .isEqualTo(new Usage(
                        2, new Tokens(500, 0, 0, 0, 50, 0), Money.usd("10.002").amount()));
        assertThat(usage.total(key -> key.outcome() == Outcome.TIMEOUT).tokens().input())
                .isEqualTo(7);
    }

    @Test
    void doesNotTakeACostOfZeroForACost() {
        UsageTable usage = only(call().cost("0.00"), call().cost("0.5")).usage();
        assertThat(usage.rows().keySet())
                .extracting(key -> key.known().costCurrency())
                .containsExactlyInAnyOrder(Optional.empty(), Optional.of("USD"));
    }

    @Test
    void asksTheSchemeForTheBandOfOneCall() {
        UsageTable usage = only(
                        call().tokens(200_001, 1),
                        call().tokens(200_000, 1),
                        call().tokens(400_000, 1).count(2))
                .usage();
        assertThat(usage.total(key -> key.band().equals(">200k")).requests()).isEqualTo(1);
        assertThat(usage.total(key -> key.band().equals(RatingScheme.BASE)).requests())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "CHAT, INPUT_TOKENS OUTPUT_TOKENS, COMPLETE", "CHAT, INPUT_TOKENS, PARTIAL", "CHAT, OUTPUT_TOKENS, PARTIAL",
        "CHAT, MODEL, NONE", "EMBEDDING, INPUT_TOKENS, COMPLETE", "EMBEDDING, OUTPUT_TOKENS, PARTIAL",
        "RERANK, INPUT_TOKENS, COMPLETE", "MODERATION, INPUT_TOKENS, COMPLETE", "UNKNOWN, INPUT_TOKENS, PARTIAL"
    })
    void knowsWhichTokenCountsAreMissing(Operation operation, String fields, TokenKnowledge expected) {
        Set<Field> present = Stream.of(fields.split(" ")).map(Field::valueOf).collect(Collectors.toSet());
        assertThat(only(call().operation(operation).present(present))
                        .usage()
                        .rows()
                        .firstKey()
                        .known()
                        .tokens())
                .isEqualTo(expected);
        assertThat(only(call().operation(operation).present(present).withoutTokens())
                        .usage()
                        .rows()
                        .firstKey()
                        .known()
                        .tokens())
                .isEqualTo(TokenKnowledge.NONE);
    }

    @Test
    void timesAnsweredCallsOnly() {
        Timings timings = only(
                        call().taking(100).firstTokenAfter(40),
                        call().taking(100).outcome(Outcome.UNKNOWN),
                        call().taking(9_000).outcome(Outcome.FAILED),
                        call().taking(9_000).outcome(Outcome.CANCELLED).streaming(Streaming.UNSTREAMED),
                        call().taking(9_000).count(50))
                .timings();
        assertThat(timings.latency()).contains(new Percentiles(100, 100, 100, 2));
        assertThat(timings.firstToken()).contains(new Percentiles(40, 40, 40, 1));
        assertThat(only(call()).timings()).isEqualTo(Timings.NONE);
    }

    @Test
    void timesHowLongOtherCallsLasted() {
        Timings timings = only(
                        call().taking(900).outcome(Outcome.CANCELLED),
                        call().taking(60_000).outcome(Outcome.TIMEOUT),
                        call().taking(60_000).outcome(Outcome.TIMEOUT),
                        call().taking(100),
                        call().taking(5_000).retries(2))
                .timings();
        assertThat(timings.cancelled()).map(Percentiles::samples).contains(1L);
        assertThat(timings.timedOut()).map(Percentiles::samples).contains(2L);
        assertThat(timings.retried()).map(Percentiles::samples).contains(1L);
        assertThat(timings.latency()).map(Percentiles::samples).contains(2L);
    }

    /// One call of 90 s from 12:00:30 to 12:02:00, and one of 10 s beside it; a row of many calls tells nothing.
    @Test
    void splitsTheTimeUnderWayAtTheMinutes() {
        Activity activity = only(
                        call().at("2026-11-02T12:00:30Z").taking(90_000),
                        call().at("2026-11-02T12:01:10Z").taking(10_000),
                        call().at("2026-11-02T12:05:00Z").taking(10_000).count(7),
                        call().at("2026-11-02T12:06:00Z"))
                .activity();
        assertThat(activity.inFlight())
                .isEqualTo(InFlight.of(List.of(
                        new InFlight.Slot(29_893_680, 30_000, 900_000_000),
                        new InFlight.Slot(29_893_681, 70_000, 3_700_000_000L))));
    }

    @Test
    void followsALongCallForAnHourOnly() {
        InFlight inFlight =
                only(call().taking(Duration.ofDays(7).toMillis())).activity().inFlight();
        assertThat(inFlight.size()).isEqualTo(60);
    }

    /// 2026-11-02 is a Monday; its noon is minute 29,893,680 since 1970 (20,759 days of 1,440 minutes and 720).
    @Test
    void countsCallsPerMinuteAndHourOfTheWeek() {
        Activity activity = only(
                        call().at("2026-11-02T12:00:59Z").tokens(100, 10),
                        call().at("2026-11-02T12:00:00Z").tokens(1, 1).outcome(Outcome.RATE_LIMITED),
                        call().at("2026-11-02T12:02:00Z").withoutTokens().count(3))
                .activity();
        assertThat(activity.series())
                .isEqualTo(Series.of(
                        List.of(new Series.Slot(29_893_680, 2, 112, 1), new Series.Slot(29_893_682, 3, 0, 0))));
        assertThat(activity.hourOfWeek().get(12)).isEqualTo(5);
        assertThat(activity.hourOfWeek().stream().mapToLong(count -> count).sum())
                .isEqualTo(5);
        assertThat(activity.resolution()).isEqualTo(Duration.ofMinutes(1));
        assertThat(activity.first()).isEqualTo(Instant.parse("2026-11-02T12:00:00Z"));
        assertThat(activity.last()).isEqualTo(Instant.parse("2026-11-02T12:02:00Z"));
    }

    @Test
    void keepsStampsBeyondTheSeriesInItsLastMinute() {
        Activity activity = only(call().at("9999-12-31T23:59:59Z")).activity();
        assertThat(activity.series().minute(0)).isEqualTo(Integer.MAX_VALUE);
        assertThat(activity.last()).isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
    }

    @Test
    void knowsUsersSessionsClientsAndRetries() {
        Audience audience = only(
                        call().user("ann").session("s1").retries(2).userAgent("curl/8"),
                        call().user("bob").session("s1").retries(0).taking(500).at("2026-11-02T11:00:00Z"),
                        call().user("ann").session("s2").userAgent("Mozilla/5.0"),
                        call().user("default_user_id").session(" ").tags("User-Agent: curl/8"))
                .audience();
        assertThat(audience.distinctUsers()).isEqualTo(2);
        assertThat(audience.retried()).isEqualTo(1);
        assertThat(audience.clients()).isEqualTo(Map.of(ClientKind.LIBRARY, 2L, ClientKind.INTERACTIVE, 1L));
        assertThat(audience.sessions().complete()).isTrue();
        assertThat(audience.sessions().requestsWithSession()).isEqualTo(3);
        long eleven = Instant.parse("2026-11-02T11:00:00Z").toEpochMilli();
        long noon = SampleCall.NOON.toEpochMilli();
        long model = SessionSample.hash(
                new RatingKey.ModelRef(Optional.of("openai"), Optional.of("gpt-4.1"), Optional.empty()));
        assertThat(audience.sessions().sessions())
                .filteredOn(session -> session.count() == 2)
                .singleElement()
                .extracting(SessionSample.Session::calls)
                .isEqualTo(List.of(
                        new SessionSample.Call(eleven, eleven + 500, 100, model),
                        new SessionSample.Call(noon, noon, 100, model)));
    }

    @Test
    void samplesSessionsAndCollapsesTheEndlessOne() {
        SampleCall[] many = IntStream.range(0, AudienceSketches.SAMPLED_SESSIONS + 1)
                .mapToObj(i -> call().session("s" + i))
                .toArray(SampleCall[]::new);
        SessionSample sample = only(many).audience().sessions();
        assertThat(sample.complete()).isFalse();
        assertThat(sample.sessions()).hasSize(AudienceSketches.SAMPLED_SESSIONS);
        assertThat(sample.requestsWithSession()).isEqualTo(many.length);

        SampleCall[] endless = IntStream.rangeClosed(0, SessionSample.MAX_CALLS)
                .mapToObj(i -> call().session("s"))
                .toArray(SampleCall[]::new);
        SessionSample.Session session =
                only(endless).audience().sessions().sessions().get(0);
        assertThat(session.calls()).isEmpty();
        assertThat(session.count()).isEqualTo(10_001);
    }

    @Test
    void tellsWhichFieldsRowsHeldAndCouldHold() throws IOException {
        try (ProfileBuilder builder = new ProfileBuilder(settings())) {
            builder.add(call().present(Set.of(Field.START, Field.MODEL)).build(), Set.of(Field.START, Field.MODEL));
            builder.add(call().present(Set.of(Field.START)).build(), Set.of(Field.START));
            builder.add(call().present(Set.of(Field.START)).build(), Set.of(Field.START, Field.MODEL));
            Coverage coverage =
                    builder.build(Profiles.NOVEMBER).workloads().get(0).coverage();
            assertThat(coverage.rows()).isEqualTo(3);
            assertThat(coverage.seen()).isEqualTo(Map.of(Field.START, 3L, Field.MODEL, 1L));
            assertThat(coverage.provided()).isEqualTo(Map.of(Field.START, 3L, Field.MODEL, 2L));
            assertThat(coverage.bucketRows()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T00:00:00Z, 2026-11-05T00:00:00Z, 86400000",
        "2026-11-02T00:00:00Z, 2026-11-05T06:00:00Z, 21600000",
        "2026-11-02T12:00:03Z, 2026-11-02T12:00:09Z, 3000",
        "2026-11-02T12:00:00Z, 2026-11-02T12:00:00.007Z, 1",
        "1969-12-31T23:59:57Z, 2026-11-02T12:00:09Z, 3000"
    })
    void findsTheResolutionOfTheClock(String one, String other, long expected) {
        assertThat(only(call().at(one), call().at(other)).coverage().stampMillis())
                .isEqualTo(expected);
    }

    @Test
    void namesABucketByKeyThenProjectThenKeyId() throws IOException {
        Caller all = call().service("service")
                .project("project", "team")
                .key("alias")
                .keyId("sk-1")
                .build()
                .caller();
        Caller unnamed = call().service("service").keyId("sk-1").build().caller();
        Caller project = call().service("service")
                .project("project", "team")
                .keyId("sk-1")
                .build()
                .caller();
        try (ProfileBuilder builder = new ProfileBuilder(settings())) {
            for (Caller caller : List.of(all, project, unnamed, Caller.NONE)) {
                builder.add(bucket(caller, SampleCall.NOON, Duration.ofHours(1)), Profiles.PROVIDED);
            }
            assertThat(Profiles.names(builder.build(Profiles.NOVEMBER)))
                    .containsExactly(
                            "(unattributed) openai/gpt-4.1/unknown 40", "alias 40", "key-df57d392 40", "project 40");
        }
        try (ProfileBuilder builder = new ProfileBuilder(settings(ZoneOffset.UTC, List.of(GroupKey.parse("team"))))) {
            builder.add(bucket(all, SampleCall.NOON, Duration.ofHours(1)), Profiles.PROVIDED);
            assertThat(Profiles.names(builder.build(Profiles.NOVEMBER))).containsExactly("team 40");
        }
    }

    /// 29,893,680 is noon; the hour before begins at 29,893,620.
    @Test
    void coarsensTheSeriesToTheWidestBucket() throws IOException {
        Caller alias = call().key("alias").build().caller();
        try (ProfileBuilder builder = new ProfileBuilder(settings())) {
            builder.add(bucket(alias, Instant.parse("2026-11-02T11:00:00Z"), Duration.ofHours(1)), Profiles.PROVIDED);
            builder.add(
                    bucket(alias, Instant.parse("2026-11-02T11:45:00Z"), Duration.ofMinutes(15)), Profiles.PROVIDED);
            builder.add(bucket(alias, Instant.parse("2026-11-02T12:00:00Z"), Duration.ofSeconds(1)), Profiles.PROVIDED);
            WorkloadProfile workload =
                    builder.build(Profiles.NOVEMBER).workloads().get(0);
            assertThat(workload.activity().resolution()).isEqualTo(Duration.ofHours(1));
            assertThat(workload.activity().series())
                    .isEqualTo(Series.of(
                            List.of(new Series.Slot(29_893_620, 80, 220, 0), new Series.Slot(29_893_680, 40, 110, 0))));
            assertThat(workload.activity().hourOfWeek().get(11)).isEqualTo(80);
            assertThat(workload.coverage().bucketRows()).isEqualTo(3);
            RatingKey key = workload.usage().rows().firstKey();
            assertThat(key.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(key.tier()).isEqualTo(Tier.UNKNOWN);
        }
    }

    @Test
    void knowsNoHourOfTheWeekOfADailyBucket() throws IOException {
        try (ProfileBuilder builder = new ProfileBuilder(settings())) {
            builder.add(bucket(Caller.NONE, Instant.parse("2026-11-02T00:00:00Z"), Duration.ofDays(1)), Set.of());
            Activity activity =
                    builder.build(Profiles.NOVEMBER).workloads().get(0).activity();
            assertThat(activity.hourOfWeek()).containsOnly(0L);
            assertThat(activity.series().size()).isEqualTo(1);
        }
    }

    @Test
    void findsRepeatsOfTheSameWork() {
        SampleCall[] calls = {
            call().repeatKey("k").cost("0.25"),
            call().repeatKey("k").cost("0.50").at("2026-11-03T11:00:00Z"),
            call().repeatKey("k").tokens(101, 10).at("2026-11-03T11:30:00Z"),
            call().repeatKey("k").outcome(Outcome.FAILED).at("2026-11-03T11:30:00Z"),
            call().repeatKey("k").outcome(Outcome.CANCELLED).at("2026-11-03T11:30:00Z"),
            call().repeatKey(" ").at("2026-11-03T11:30:00Z"),
            call().repeatKey(" ").at("2026-11-03T11:30:00Z"),
            call().repeatKey("k").cost("0.75").at("2026-11-05T11:00:00Z")
        };
        UsageTable repeats = only(calls).repeats();
        assertThat(repeats.total())
                .isEqualTo(new Usage(
                        1, new Tokens(100, 0, 0, 0, 10, 0), Money.usd("0.50").amount()));
        assertThat(repeats.rows().values().iterator().next()).containsOnlyKeys(LocalDate.of(2026, 11, 3));
    }

    @Test
    void keepsRepeatsWithinAWorkloadAndAModel() {
        Profile profile = Profiles.of(
                settings(),
                call().key("a").repeatKey("k"),
                call().key("b").repeatKey("k"),
                call().key("a").repeatKey("k").model("o3"),
                call().key("a").repeatKey("k").keyId("another key of a"));
        assertThat(profile.workloads())
                .extracting(workload -> workload.repeats().total().requests())
                .containsExactly(1L, 0L);
    }

    @Test
    void refusesToMergeWhatWasCollectedOtherwise() throws IOException {
        try (ProfileBuilder builder = new ProfileBuilder(settings());
                ProfileBuilder other = new ProfileBuilder(settings(ZoneOffset.ofHours(1), List.of()))) {
            assertThatThrownBy(() -> builder.merge(other)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ProfileBuilder.mergeAll(List.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void staysRightWhenEveryCallComesFromANewCaller() {
        SampleCall[] calls = IntStream.range(0, 45_000)
                .mapToObj(i -> call().key("bot").tags("request:" + i))
                .toArray(SampleCall[]::new);
        assertThat(only(calls).usage().total().requests()).isEqualTo(45_000);
    }

    private static UsageBucket bucket(Caller caller, Instant start, Duration width) {
        return new UsageBucket(
                start,
                width,
                new ModelCall(
                        Optional.of("openai"),
                        Optional.of("gpt-4.1"),
                        Operation.UNKNOWN,
                        Tier.UNKNOWN,
                        Optional.empty(),
                        40),
                OptionalLong.of(40),
                Optional.of(new Tokens(100, 0, 0, 0, 10, 0)),
                Optional.of(Money.usd("0.5")),
                caller,
                Set.of(Field.START, Field.INPUT_TOKENS, Field.OUTPUT_TOKENS));
    }
}
