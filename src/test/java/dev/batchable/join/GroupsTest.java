package dev.batchable.join;

import static dev.batchable.record.SampleCall.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.join.Joined.Fate;
import dev.batchable.record.Field;
import dev.batchable.record.Part;
import dev.batchable.record.Part.Role;
import dev.batchable.record.Request;
import dev.batchable.record.SampleCall;
import dev.batchable.record.SourceRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsTest {
    private static final Set<Field> PROVIDED = EnumSet.of(Field.START, Field.MODEL, Field.SESSION);

    private final List<Part> parts = new ArrayList<>();

    private GroupsTest with(Role role, String name, String parent, String witness, SampleCall facts) {
        parts.add(new Part(
                "trace",
                new SourceRef("a.jsonl", parts.size() + 1L),
                role,
                name,
                Optional.of(parent).filter(text -> !text.isEmpty()),
                witness,
                facts.build()));
        return this;
    }

    private GroupsTest with(Role role, String name, SampleCall facts) {
        return with(role, name, "", "w", facts);
    }

    private Joined joined() throws IOException {
        List<Joined> groups = new ArrayList<>();
        try (Groups join = new Groups()) {
            for (Part part : parts) {
                join.add(part, PROVIDED);
            }
            join.forEach(groups::add);
        }
        assertThat(groups).hasSize(1);
        return groups.get(0);
    }

    private List<Request> calls() throws IOException {
        return joined().calls().stream().map(Joined.Call::request).toList();
    }

    private List<Fate> fates() throws IOException {
        return joined().rest().stream().map(Joined.Rest::fate).toList();
    }

    private static SampleCall tokens(long input, long output) {
        return call().tokens(input, output);
    }

    @Test
    void takesTheLinesOfOneAnswerForOneCallWithTheLargestCounts() throws IOException {
        with(Role.CALL, "msg", tokens(100, 1).at("2026-11-02T12:00:03Z"))
                .with(
                        Role.CALL,
                        "msg",
                        tokens(100, 250).at("2026-11-02T12:00:01Z").session("s"));
        assertThat(calls())
                .containsExactly(
                        tokens(100, 250).at("2026-11-02T12:00:01Z").session("s").build());
        assertThat(fates()).containsExactly(Fate.PART);
    }

    @Test
    void addsWhatAGatewaysRowTellsToTheCallOfThatName() throws IOException {
        with(Role.SUPPLEMENT, "c", call().withoutTokens().taking(900).key("search"))
                .with(Role.CALL, "c", tokens(100, 10))
                .with(Role.SUPPLEMENT, "no-model-call", call().withoutTokens());
        assertThat(calls())
                .containsExactly(tokens(100, 10).taking(900).key("search").build());
        assertThat(fates()).containsExactlyInAnyOrder(Fate.PART, Fate.CONTEXT);
    }

    @Test
    void dropsAWrapperThatRepeatsTheTokensOfTheCallsBelowIt() throws IOException {
        with(Role.CALL, "agent", tokens(300, 30))
                .with(Role.CALL, "step-1", "agent", "w", tokens(100, 10))
                .with(Role.CALL, "step-2", "agent", "w", tokens(200, 20))
                .with(Role.CALL, "empty", call().withoutTokens())
                .with(Role.CALL, "below", "empty", "w", tokens(1, 1));
        assertThat(calls())
                .containsExactly(
                        tokens(100, 10).build(),
                        tokens(200, 20).build(),
                        tokens(1, 1).build());
        assertThat(fates()).containsExactlyInAnyOrder(Fate.WRAPPER, Fate.WRAPPER);
    }

    @Test
    void keepsACallThatUsedTokensOfItsOwnBesideThoseItLedTo() throws IOException {
        with(Role.CALL, "plan", tokens(500, 50)).with(Role.CALL, "tool", "plan", "w", tokens(100, 10));
        assertThat(calls()).hasSize(2);
    }

    @Test
    void countsACallSeenByTwoLibrariesOnce() throws IOException {
        with(Role.CALL, "a", "root", "openinference", tokens(100, 10).taking(800))
                .with(
                        Role.CALL,
                        "b",
                        "root",
                        "openllmetry",
                        tokens(100, 10).taking(800).key("search"))
                .with(Role.CALL, "c", "root", "openllmetry", tokens(100, 11).taking(800))
                .with(Role.CALL, "d", "root", "openinference", tokens(100, 10).at("2026-11-02T12:00:01Z"));
        assertThat(calls())
                .containsExactly(
                        tokens(100, 10).taking(800).key("search").build(),
                        tokens(100, 11).taking(800).build(),
                        tokens(100, 10).at("2026-11-02T12:00:01Z").build());
        assertThat(fates()).containsExactly(Fate.DUPLICATE);
    }

    @Test
    void countsACallOnceThatASecondLibraryReportsWithoutTokens() throws IOException {
        SampleCall silent = call().withoutTokens().taking(800);
        with(Role.CALL, "a1", "root", "a", tokens(100, 10).taking(800))
                .with(Role.CALL, "a2", "root", "a", silent)
                .with(Role.CALL, "b1", "root", "b", silent.key("search"))
                .with(Role.CALL, "b2", "root", "b", silent)
                .with(Role.CALL, "later", "root", "b", silent.at("2026-11-02T13:00:00Z"));
        assertThat(calls()).hasSize(3);
        assertThat(calls().get(0))
                .isEqualTo(tokens(100, 10).taking(800).key("search").build());
        assertThat(fates()).containsExactly(Fate.DUPLICATE, Fate.DUPLICATE);
    }

    @Test
    void takesTheOnlyCallBelowOneWithTokensForTheSameCall() throws IOException {
        with(Role.CALL, "a", "root", "a", tokens(100, 10))
                .with(Role.CALL, "b", "a", "b", call().withoutTokens().key("search"))
                .with(Role.CALL, "agent", "root", "a", tokens(500, 50))
                .with(Role.CALL, "1", "agent", "b", call().withoutTokens())
                .with(Role.CALL, "2", "agent", "b", call().withoutTokens());
        assertThat(calls()).hasSize(4);
        assertThat(calls().get(0)).isEqualTo(tokens(100, 10).key("search").build());
    }

    @Test
    void givesTheCallsBelowAWrapperWhatItTellsOfWhoWaits() throws IOException {
        Set<Field> who = EnumSet.of(Field.SESSION, Field.MODEL);
        with(Role.CALL, "agent", call().withoutTokens().session("s").model("m").present(who))
                .with(
                        Role.CALL,
                        "llm",
                        "agent",
                        "w",
                        tokens(100, 10).withoutTokens().model("n"))
                .with(Role.CALL, "inner", "llm", "w", tokens(100, 10).model("n"));
        assertThat(calls()).hasSize(1);
        assertThat(calls().get(0).identity().session()).contains("s");
        assertThat(calls().get(0).call().model()).contains("n");
        assertThat(calls().get(0).present()).contains(Field.SESSION);
    }

    @Test
    void keepsParallelCallsOfOneLibraryHoweverEqual() throws IOException {
        with(Role.CALL, "a", "root", "w", tokens(100, 10).taking(800))
                .with(Role.CALL, "b", "root", "w", tokens(100, 10).taking(800));
        assertThat(calls()).hasSize(2);
    }

    @Test
    void appliesWhatWasSaidLastBeforeACallInItsFile() throws IOException {
        with(Role.CALL, "1", call().model("m"))
                .with(Role.CONTEXT, "", call().userAgent("first").present(EnumSet.of(Field.USER_AGENT)))
                .with(Role.CALL, "2", call())
                .with(Role.CONTEXT, "", call().userAgent("second").present(EnumSet.of(Field.USER_AGENT)))
                .with(Role.CALL, "3", call());
        assertThat(calls())
                .extracting(request -> request.caller().userAgent().orElse("-"))
                .containsExactly("first", "first", "second");
        assertThat(calls()).allSatisfy(request -> assertThat(request.present()).contains(Field.USER_AGENT));
        assertThat(fates()).containsExactly(Fate.CONTEXT, Fate.CONTEXT);
    }

    @Test
    void appliesWhatIsSaidOnlyLaterWhereNothingWasSaidBefore() throws IOException {
        with(Role.CONTEXT, "", call().session("s").present(EnumSet.of(Field.SESSION)))
                .with(Role.CALL, "1", call())
                .with(Role.CONTEXT, "", call().userAgent("first").present(EnumSet.of(Field.USER_AGENT)))
                .with(Role.CONTEXT, "", call().userAgent("second").session("t").present(EnumSet.of(Field.USER_AGENT)));
        assertThat(calls().get(0).identity().session()).contains("s");
        assertThat(calls().get(0).caller().userAgent()).contains("first");
    }

    @Test
    void countsAPartThatStandsInTwoFilesOnce() throws IOException {
        with(Role.CALL, "a", tokens(100, 10)).with(Role.CALL, "a", tokens(100, 10));
        assertThat(calls()).hasSize(1);
        assertThat(fates()).containsExactly(Fate.DUPLICATE);
    }

    @Test
    void keepsNoUserIdAndYetTellsUsersApart() throws IOException {
        with(Role.CALL, "a", call().user("ann@example.org"))
                .with(Role.CALL, "b", call().user("bob@example.org"))
                .with(Role.CALL, "c", call().user("ann@example.org"));
        List<String> users = calls().stream()
                .map(request -> request.identity().user().orElseThrow())
                .toList();
        assertThat(users).noneMatch(user -> user.contains("@"));
        assertThat(users.get(0)).isEqualTo(users.get(2)).isNotEqualTo(users.get(1));
    }

    /// A limit of 0 spills every part, 70 now and then, a million never.
    @ParameterizedTest
    @ValueSource(ints = {0, 70, 1_000_000})
    void givesTheSameCallsWhateverTheLimitAndTheOrder(int limit) throws IOException {
        List<Part> many = sessions();
        assertThat(resolved(many, limit)).isEqualTo(resolved(many, 1_000_000)).hasSize(40);
        Collections.shuffle(many, new Random(3));
        assertThat(resolved(many, limit)).isEqualTo(resolved(sessions(), 1_000_000));
    }

    private static List<Joined> resolved(List<Part> parts, int limit) throws IOException {
        List<Joined> groups = new ArrayList<>();
        try (Groups join = new Groups(limit)) {
            for (Part part : parts) {
                join.add(part, PROVIDED);
            }
            join.forEach(groups::add);
        }
        return groups;
    }

    private static List<Part> sessions() {
        List<Part> many = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            SampleCall facts = tokens(100 + i, i % 7)
                    .user("u" + i % 5)
                    .taking(i)
                    .cost("0.0" + i)
                    .present(EnumSet.of(Field.START, Field.OUTPUT_TOKENS));
            many.add(new Part(
                    "session-" + i % 40,
                    new SourceRef(i % 2 == 0 ? "a" : "b", i),
                    i % 9 == 0 ? Role.CONTEXT : Role.CALL,
                    "call-" + i % 120,
                    Optional.empty(),
                    "w",
                    facts.build()));
        }
        return many;
    }
}
