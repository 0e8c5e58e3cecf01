package dev.batchable.profile;

import static dev.batchable.profile.Profiles.names;
import static dev.batchable.profile.Profiles.rule;
import static dev.batchable.profile.Profiles.settings;
import static dev.batchable.record.SampleCall.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.policy.CallMatch.Attribute;
import dev.batchable.policy.WorkloadRule;
import dev.batchable.profile.WorkloadKey.CallerSource;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.SampleCall;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadsTest {
    private static SampleCall bot() {
        return call().key("bot");
    }

    private static SampleCall streamed() {
        return bot().streaming(Streaming.STREAMED);
    }

    private static SampleCall failed() {
        return bot().outcome(Outcome.RATE_LIMITED).streaming(Streaming.UNKNOWN);
    }

    private static SampleCall embedding() {
        return bot().operation(Operation.EMBEDDING);
    }

    @Test
    void addsNoSuffixToACallerOfOnePart() {
        assertThat(names(settings(), bot(), bot(), failed())).containsExactly("bot 3");
    }

    @Test
    void takesACallerThatOneLogNamesByKeyAndAnotherByServiceForOne() {
        assertThat(names(
                        settings(),
                        bot(),
                        SampleCall.call().service("bot"),
                        SampleCall.call().project("bot", "t")))
                .containsExactly("bot 3");
    }

    @Test
    void splitsACallerByOperation() {
        assertThat(names(settings(), bot(), embedding(), embedding())).containsExactly("bot/chat 1", "bot/embedding 2");
    }

    @Test
    void splitsAnOperationByStreaming() {
        assertThat(names(settings(), bot(), streamed(), streamed()))
                .containsExactly("bot/chat/streamed 2", "bot/chat/unstreamed 1");
        assertThat(names(settings(), bot(), streamed(), embedding()))
                .containsExactly("bot/chat/streamed 1", "bot/chat/unstreamed 1", "bot/embedding 1");
    }

    @Test
    void putsAFailedCallWithoutOperationToTheCommonestOne() {
        SampleCall lost = failed().operation(Operation.UNKNOWN);
        assertThat(names(settings(), bot(), embedding(), embedding(), lost))
                .containsExactly("bot/chat 1", "bot/embedding 3");
        assertThat(names(settings(), lost, failed().operation(Operation.UNKNOWN)))
                .containsExactly("bot 2");
    }

    /// Rows of a batch often tell none; what a caller moved stays the work it was.
    @Test
    void putsADeferredCallWithoutOperationToTheCommonestOne() {
        SampleCall batch = bot().tier(Tier.BATCH).operation(Operation.UNKNOWN);
        assertThat(names(settings(), bot(), batch, batch)).containsExactly("bot 3");
        assertThat(names(settings(), bot(), embedding(), embedding(), batch))
                .containsExactly("bot/chat 1", "bot/embedding 3");
        assertThat(names(settings(), batch, batch)).containsExactly("bot 2");
    }

    @Test
    void leavesAnAnsweredCallOfUnknownOperationByItself() {
        assertThat(names(settings(), bot(), bot().operation(Operation.UNKNOWN)))
                .containsExactly("bot/chat 1", "bot/unknown 1");
    }

    @Test
    void putsFailedAndUnknownCallsWhereMostKnownCallsAre() {
        SampleCall unknown = bot().streaming(Streaming.UNKNOWN);
        assertThat(names(settings(), bot(), bot(), streamed(), failed(), unknown))
                .containsExactly("bot/chat/streamed 1", "bot/chat/unstreamed 4");
        assertThat(names(settings(), bot(), streamed(), failed()))
                .as("a tie leans against moving")
                .containsExactly("bot/chat/streamed 2", "bot/chat/unstreamed 1");
        assertThat(names(settings(), unknown, failed())).containsExactly("bot 2");
    }

    @Test
    void doesNotBelieveTheFlagOfAFailedCall() {
        SampleCall flagged = streamed().outcome(Outcome.FAILED);
        assertThat(names(settings(), bot(), flagged)).containsExactly("bot 2");
    }

    /// Streaming is shown by a first token 50 ms and 5 % of the latency before the end.
    @ParameterizedTest
    @CsvSource({"1000, 950, streamed", "1000, 951, unknown", "2000, 1901, unknown", "2000, 1900, streamed"})
    void seesStreamingInTheFirstToken(long latency, long firstToken, String expected) {
        SampleCall shown = bot().streaming(Streaming.UNKNOWN).taking(latency).firstTokenAfter(firstToken);
        List<String> names = names(settings(), bot(), shown);
        assertThat(names.contains("bot/chat/streamed 1")).isEqualTo(expected.equals("streamed"));
    }

    @Test
    void judgesACancelledStreamByItsOwnFirstToken() {
        SampleCall cancelled = bot().outcome(Outcome.CANCELLED).taking(5_000).firstTokenAfter(200);
        assertThat(names(settings(), bot(), bot(), cancelled))
                .containsExactly("bot/chat/streamed 1", "bot/chat/unstreamed 2");
    }

    @Test
    void neverSplitsUnattributedCallsByStreaming() {
        assertThat(names(settings(), call(), call().streaming(Streaming.STREAMED), call().withoutModel()))
                .containsExactly("(unattributed) openai/?/chat 1", "(unattributed) openai/gpt-4.1/chat 2");
    }

    @Test
    void letsTheFirstMatchingRuleNameTheCaller() {
        WorkloadRule first = rule("first", Map.of(Attribute.KEY, "b*", Attribute.MODEL, "gpt-5*|o3"), Optional.empty());
        WorkloadRule second = rule("second", Map.of(Attribute.KEY, "bot"), Optional.empty());
        Profile profile = Profiles.of(settings(first, second), bot(), bot().model("o3"), bot().key("other"));
        assertThat(names(profile)).containsExactly("first 1", "other 1", "second 1");
        assertThat(profile.workloads().get(0).rule()).contains(first);
        assertThat(profile.workloads().get(0).key().source()).isEqualTo(CallerSource.POLICY);
        assertThat(profile.workloads().get(1).rule()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "KEY, alias",
        "KEY, sk-*",
        "TEAM, team",
        "PROJECT, proj*",
        "SERVICE, service",
        "USER_AGENT, curl/*",
        "TAG, env:prod",
        "MODEL, gpt-?.1",
        "PROVIDER, openai",
        "OPERATION, chat",
        "WORKLOAD, alias"
    })
    void matchesEveryAttribute(Attribute attribute, String glob) {
        SampleCall call = call().key("alias")
                .keyId("sk-1")
                .service("service")
                .project("project", "team")
                .tags("x", "User-Agent: curl/8", "env:prod");
        WorkloadRule wanted = rule("named", Map.of(attribute, glob), Optional.empty());
        WorkloadRule unwanted = rule("wrong", Map.of(attribute, "no such *"), Optional.empty());
        assertThat(names(settings(unwanted, wanted), call)).containsExactly("named 1");
    }

    @Test
    void decidesARuleOnStreamAfterTheFailedCallsAreSettled() {
        WorkloadRule bulk = rule("bulk", Map.of(Attribute.KEY, "bot"), Optional.of(false));
        assertThat(names(settings(bulk), bot(), bot(), streamed(), failed())).containsExactly("bot 1", "bulk 3");
        WorkloadRule live = rule("live", Map.of(), Optional.of(true));
        assertThat(names(settings(live), bot(), streamed(), bot().streaming(Streaming.UNKNOWN)))
                .containsExactly("bot 1", "live 2");
        assertThat(names(settings(bulk, live), failed())).as("never known").containsExactly("bot 1");
    }

    @Test
    void decidesARuleOnTheOperationAfterTheFailedCallsAreSettled() {
        WorkloadRule index = rule("index", Map.of(Attribute.OPERATION, "embedding"), Optional.empty());
        assertThat(names(settings(index), bot(), embedding(), embedding(), failed().operation(Operation.UNKNOWN)))
                .containsExactly("bot 1", "index 3");
    }

    @Test
    void matchesTheNameTheCallsWouldGetOtherwise() {
        WorkloadRule live = rule("live", Map.of(Attribute.WORKLOAD, "bot/chat/streamed"), Optional.empty());
        assertThat(names(settings(live), bot(), streamed(), call().streaming(Streaming.STREAMED)))
                .containsExactly("(unattributed) openai/gpt-4.1/chat 1", "bot 1", "live 1");
        WorkloadRule nobody = rule("nobody", Map.of(Attribute.WORKLOAD, "(unattributed)*"), Optional.empty());
        assertThat(names(settings(nobody), bot(), call())).containsExactly("bot 1", "nobody 1");
    }

    @Test
    void splitsAWorkloadOfThePolicyToo() {
        WorkloadRule both = rule("both", Map.of(Attribute.KEY, "bot|cat"), Optional.empty());
        Profile profile = Profiles.of(settings(both), bot(), embedding().key("cat"), failed().key("dog"));
        assertThat(names(profile)).containsExactly("both/chat 1", "both/embedding 1", "dog 1");
        assertThat(profile.workloads().get(1).rule()).contains(both);
    }

    @Test
    void settlesWithTheCallsOfTheRuleWhatTheCallerAloneDoesNotTell() {
        WorkloadRule both = rule("both", Map.of(Attribute.KEY, "bot|cat"), Optional.empty());
        assertThat(names(settings(both), embedding(), failed().key("cat").operation(Operation.UNKNOWN)))
                .containsExactly("both 2");
    }

    @Test
    void takesTheFirstOfTwoRulesWithOneName() {
        WorkloadRule first = rule("bot-all", Map.of(Attribute.KEY, "bot"), Optional.of(true));
        WorkloadRule second = rule("bot-all", Map.of(Attribute.KEY, "cat"), Optional.empty());
        Profile profile =
                Profiles.of(settings(first, second), streamed(), streamed().key("cat"));
        assertThat(names(profile)).containsExactly("bot-all 2");
        assertThat(profile.workloads().get(0).rule()).contains(first);
    }

    @Test
    void letsARuleGoBeforeGroupBy() {
        WorkloadRule rule = rule("mine", Map.of(Attribute.KEY, "bot"), Optional.empty());
        assertThat(names(settings(ZoneOffset.UTC, List.of(GroupKey.parse("model")), rule), bot(), call()))
                .containsExactly("gpt-4.1 1", "mine 1");
    }
}
