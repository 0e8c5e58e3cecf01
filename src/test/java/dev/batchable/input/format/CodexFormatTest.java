package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.Collected;
import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
import dev.batchable.input.ReadOnce;
import dev.batchable.input.Samples;
import dev.batchable.record.Caller;
import dev.batchable.record.Completion;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.ModelCall;
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

class CodexFormatTest implements FormatContract {
    private static final String TOTALS = "{\"input_tokens\":7000,\"cached_input_tokens\":5000,\"output_tokens\":350,"
            + "\"reasoning_output_tokens\":200,\"total_tokens\":7350}";

    @Override
    public String id() {
        return "codex";
    }

    @Override
    public String sample() {
        return Samples.text("codex/sample.jsonl");
    }

    private List<Part> parts(Part.Role role) {
        return OneFile.parts(sample()).stream()
                .filter(part -> part.role() == role)
                .toList();
    }

    @Test
    void readsOneCallWhole() {
        assertThat(parts(Part.Role.CALL).get(2))
                .isEqualTo(new Part(
                        "in",
                        new SourceRef("in", 8),
                        Part.Role.CALL,
                        TOTALS,
                        Optional.empty(),
                        "codex",
                        new Request(
                                new Identity(
                                        Optional.of("2026-10-05T08:00:15.000Z " + TOTALS),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                new Timing(
                                        Instant.parse("2026-10-05T08:00:15Z"),
                                        OptionalLong.empty(),
                                        OptionalLong.empty()),
                                new ModelCall(
                                        Optional.empty(),
                                        Optional.of("gpt-5.2-codex"),
                                        Operation.CHAT,
                                        Tier.STANDARD,
                                        Optional.empty(),
                                        1),
                                Optional.of(new Tokens(4_000, 3_000, 0, 0, 50, 0)),
                                Optional.empty(),
                                new Completion(Outcome.OK, Streaming.UNKNOWN, OptionalInt.empty()),
                                Caller.NONE,
                                Set.of(
                                        Field.START,
                                        Field.MODEL,
                                        Field.OPERATION,
                                        Field.INPUT_TOKENS,
                                        Field.CACHE_READ_TOKENS,
                                        Field.OUTPUT_TOKENS,
                                        Field.REASONING_TOKENS,
                                        Field.STATUS))));
    }

    @Test
    void givesCountsThatAreRepeatedOneName() {
        List<Part> calls = parts(Part.Role.CALL);
        assertThat(calls).hasSize(3);
        assertThat(calls.get(0).call())
                .isEqualTo(calls.get(1).call())
                .isNotEqualTo(calls.get(2).call());
        assertThat(calls.get(0).facts().tokens()).hasValue(new Tokens(3_000, 2_000, 0, 0, 300, 200));
    }

    @Test
    void readsWhoStartedTheSessionAndWhichModelATurnUses() {
        List<Part> contexts = parts(Part.Role.CONTEXT);
        assertThat(contexts).extracting(Part::group).containsExactly("in", "in");
        Request session = contexts.get(0).facts();
        assertThat(session.caller())
                .isEqualTo(PlainCaller.of(Optional.of("ledger"), Optional.of("codex_exec/0.61.0 (exec)")));
        assertThat(session.identity().session()).hasValue("019b-01");
        assertThat(session.call().provider()).hasValue("openai");
        assertThat(session.present())
                .isEqualTo(Set.of(Field.START, Field.SESSION, Field.PROVIDER, Field.USER_AGENT, Field.PROJECT));
        Request turn = contexts.get(1).facts();
        assertThat(turn.call().model()).hasValue("gpt-5.1-codex-max");
        assertThat(turn.present()).isEqualTo(Set.of(Field.START, Field.MODEL, Field.PROJECT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"cli\" | codex_cli_rs/0.98.0 (cli)",
                "{\"subagent\":\"review\"} | codex_cli_rs/0.98.0 (subagent)",
                "null | codex_cli_rs/0.98.0",
            })
    void namesTheClientByOriginatorAndSource(String source, String userAgent) {
        Part session = OneFile.part("{\"timestamp\":\"2026-10-05T08:00:00Z\",\"type\":\"session_meta\",\"payload\":"
                + "{\"id\":\"1\",\"originator\":\"codex_cli_rs\",\"cli_version\":\"0.98.0\",\"source\":" + source
                + "}}");
        assertThat(session.facts().caller().userAgent()).hasValue(userAgent);
    }

    @Test
    void leavesOutCountsWithoutTokensAndLinesOfOtherKinds() {
        assertThat(OneFile.ignored(sample())).isEqualTo(Map.of(Ignored.CONTEXT, 3L));
    }

    @Test
    void doesNotTakeTotalsForACall() {
        assertThat(OneFile.problems("{\"timestamp\":\"2026-10-05T08:00:00Z\",\"type\":\"event_msg\",\"payload\":"
                        + "{\"type\":\"token_count\",\"info\":{\"total_token_usage\":" + TOTALS + "}}}"))
                .singleElement()
                .asString()
                .startsWith("payload.info.last_token_usage: found ''");
    }

    @Test
    void reportsAForkSinceItMayRepeatTheCallsOfAnotherSession() {
        String fork = """
                {"timestamp":"2026-10-05T09:00:00Z","type":"session_meta","payload":{"id":"b","forked_from_id":"a"}}
                {"timestamp":"2026-10-05T09:00:00Z","type":"session_meta","payload":{"id":"a","originator":"codex-tui"}}
                """;
        Collected read = ReadOnce.text(fork).collected();
        assertThat(read.parts()).hasSize(1);
        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(1);
            assertThat(problem.reason()).startsWith("a forked session, which may repeat calls");
        });
    }
}
