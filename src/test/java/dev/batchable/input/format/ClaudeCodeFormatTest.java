package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
import dev.batchable.input.Samples;
import dev.batchable.record.Caller;
import dev.batchable.record.Completion;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Money;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.SourceRef;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaudeCodeFormatTest implements FormatContract {
    @Override
    public String id() {
        return "claude-code";
    }

    @Override
    public String sample() {
        return Samples.text("claude-code/sample.jsonl");
    }

    private List<Part> calls() {
        return OneFile.parts(sample()).stream()
                .filter(part -> part.role() == Part.Role.CALL)
                .toList();
    }

    @Test
    void readsOneLineOfAnAnswerWhole() {
        assertThat(calls().get(1))
                .isEqualTo(new Part(
                        "s-1",
                        new SourceRef("in", 4),
                        Part.Role.CALL,
                        "msg_01A/req_011",
                        Optional.empty(),
                        "claude-code",
                        new Request(
                                new Identity(
                                        Optional.of("req_011"), Optional.of("s-1"), Optional.empty(), Optional.empty()),
                                new Timing(
                                        Instant.parse("2026-10-05T08:00:04Z"),
                                        OptionalLong.empty(),
                                        OptionalLong.empty()),
                                new ModelCall(
                                        Optional.of("anthropic"),
                                        Optional.of("claude-sonnet-4-5-20250929"),
                                        Operation.CHAT,
                                        Tier.STANDARD,
                                        Optional.empty(),
                                        1),
                                Optional.of(new Tokens(1_310, 1_000, 200, 100, 80, 0)),
                                Optional.of(Money.usd("0.0034")),
                                new Completion(Outcome.OK, Streaming.UNKNOWN, OptionalInt.empty()),
                                callerOf("ledger", Optional.empty()),
                                Set.of(
                                        Field.START,
                                        Field.PROVIDER,
                                        Field.MODEL,
                                        Field.OPERATION,
                                        Field.INPUT_TOKENS,
                                        Field.OUTPUT_TOKENS,
                                        Field.CACHE_READ_TOKENS,
                                        Field.CACHE_WRITE_TOKENS,
                                        Field.CACHE_WRITE_1H_TOKENS,
                                        Field.SERVICE_TIER,
                                        Field.COST,
                                        Field.STATUS,
                                        Field.REQUEST_ID,
                                        Field.SESSION,
                                        Field.PROJECT))));
    }

    @Test
    void givesTheLinesOfOneAnswerOneName() {
        assertThat(calls()).extracting(Part::call).containsExactly("msg_01A/req_011", "msg_01A/req_011", "7b1c/");
        assertThat(calls().get(0).facts().tokens()).hasValue(new Tokens(1_310, 1_000, 200, 100, 1, 0));
    }

    @Test
    void readsHowTheSessionWasStartedFromTheLinesOfTheUser() {
        Part context = OneFile.parts(sample()).get(0);
        assertThat(context.role()).isEqualTo(Part.Role.CONTEXT);
        assertThat(context.facts().caller())
                .isEqualTo(callerOf("ledger", Optional.of("claude-cli/2.1.14 (external, sdk-cli)")));
        assertThat(context.facts().present())
                .isEqualTo(Set.of(Field.START, Field.SESSION, Field.PROJECT, Field.USER_AGENT));
        assertThat(context.facts().tokens()).isEmpty();
    }

    @Test
    void takesASessionThatDoesNotSayHowItWasStartedForInteractive() {
        Part context =
                OneFile.part("{\"parentUuid\":null,\"isSidechain\":false,\"type\":\"user\",\"sessionId\":\"s-1\","
                        + "\"version\":\"2.0.14\",\"timestamp\":\"2026-10-05T08:00:00Z\"}");
        assertThat(context.facts().caller().userAgent()).hasValue("claude-cli/2.0.14");
    }

    @Test
    void countsAnErrorInPlaceOfAnAnswerAsAFailedCallWithoutTokens() {
        Request failed = calls().get(2).facts();
        assertThat(failed.completion().outcome()).isEqualTo(Outcome.RATE_LIMITED);
        assertThat(failed.tokens()).isEmpty();
        assertThat(failed.call().model()).isEmpty();
        assertThat(failed.identity().requestId()).isEmpty();
        assertThat(failed.present()).doesNotContain(Field.MODEL, Field.INPUT_TOKENS, Field.REQUEST_ID);
    }

    @Test
    void leavesOutAnswersThatClaudeCodeWroteItselfAndLinesOfOtherKinds() {
        String written = line("<synthetic>", "\"input_tokens\":0", "");
        assertThat(OneFile.ignored(written)).isEqualTo(Map.of(Ignored.CONTEXT, 1L));
        assertThat(OneFile.ignored(sample())).isEqualTo(Map.of(Ignored.CONTEXT, 2L));
    }

    @Test
    void readsLinesWithoutATypeAndTheCostOfOldVersions() {
        Request call = OneFile.part("{\"timestamp\":\"2026-01-09T10:00:00Z\",\"sessionId\":\"s-1\",\"costUSD\":0.5,"
                        + "\"message\":{\"role\":\"assistant\",\"id\":\"msg_01B\",\"model\":\"claude-opus-4\","
                        + "\"usage\":{\"input_tokens\":100,\"output_tokens\":50,\"cache_read_input_tokens\":10}}}")
                .facts();
        assertThat(call.tokens()).hasValue(new Tokens(110, 10, 0, 0, 50, 0));
        assertThat(call.cost()).hasValue(Money.usd("0.5"));
        assertThat(call.identity().requestId()).hasValue("msg_01B");
    }

    @ParameterizedTest
    @CsvSource({
        "'', STANDARD",
        "'\"service_tier\":\"standard\"', STANDARD",
        "'\"service_tier\":\"priority\"', PRIORITY",
        "'\"service_tier\":\"standard\",\"speed\":\"fast\"', PRIORITY",
        "'\"service_tier\":\"standard\",\"speed\":\"standard\"', STANDARD",
    })
    void tellsFastModeByTheSpeed(String usage, Tier tier) {
        String text = line("claude-opus-4-6", "\"input_tokens\":1" + (usage.isEmpty() ? "" : "," + usage), "");
        assertThat(OneFile.part(text).facts().call().tier()).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({
        "msg_01X, req_011, anthropic",
        "msg_bdrk_01X, '', bedrock",
        "msg_vrtx_01X, '', vertex",
        "gen-17, '',",
    })
    void tellsTheProviderByTheIdOfTheAnswer(String message, String request, String provider) {
        String text = line("claude-opus-4-6", "\"input_tokens\":1", "\"requestId\":\"" + request + "\",")
                .replace("msg_01C", message);
        assertThat(OneFile.part(text).facts().call().provider()).isEqualTo(Optional.ofNullable(provider));
    }

    @ParameterizedTest
    @CsvSource({
        "/home/ada/work/ledger, ledger",
        "/srv/jobs/nightly/, nightly",
        "/home/ada,",
        "/Users/ada,",
        "/root,",
        "/,",
        "C:\\\\Users\\\\ada\\\\ledger, ledger",
        "C:\\\\Users\\\\ada,",
        "C:\\\\,",
    })
    void namesTheProjectByItsFolderAndNeverByAHome(String folder, String project) {
        String text = line("claude-opus-4-6", "\"input_tokens\":1", "\"cwd\":\"" + folder + "\",");
        assertThat(OneFile.part(text).facts().caller().project()).isEqualTo(Optional.ofNullable(project));
    }

    @Test
    void keepsLinesWithoutAnyIdApart() {
        String text = line("claude-opus-4-6", "\"input_tokens\":1", "").replace("\"id\":\"msg_01C\",", "");
        assertThat(OneFile.parts(text + "\n" + text)).extracting(Part::call).containsExactly("line 1", "line 2");
    }

    private static String line(String model, String usage, String members) {
        return "{\"type\":\"assistant\",\"sessionId\":\"s-1\"," + members
                + "\"timestamp\":\"2026-10-05T08:00:00Z\",\"message\":{\"role\":\"assistant\",\"id\":\"msg_01C\",\"model\":\""
                + model + "\",\"usage\":{" + usage + "}}}";
    }

    private static Caller callerOf(String project, Optional<String> userAgent) {
        return new Caller(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(project),
                Optional.empty(),
                userAgent,
                List.of());
    }
}
