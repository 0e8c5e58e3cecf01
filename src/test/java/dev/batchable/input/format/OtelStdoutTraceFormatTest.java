package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OtelStdoutTraceFormatTest implements FormatContract {
    @Override
    public String id() {
        return "otel-stdouttrace";
    }

    @Override
    public String sample() {
        return Samples.text("otel-stdouttrace/sample.jsonl");
    }

    @Test
    void readsOneCallWhole() {
        String trace = "4ef7651916cd43dd8448eb211c80319c";
        assertThat(ReadOnce.text(sample()).collected().parts().get(0))
                .isEqualTo(new Part(
                        trace,
                        new SourceRef("in", 1),
                        Part.Role.CALL,
                        "0000000000000001",
                        Optional.of("00000000000000aa"),
                        "github.com/acme/genai",
                        new Request(
                                new Identity(
                                        Optional.of(trace + "-0000000000000001"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                new Timing(
                                        Instant.parse("2026-11-01T08:01:00.5Z"),
                                        OptionalLong.of(2000),
                                        OptionalLong.empty()),
                                new ModelCall(
                                        Optional.of("openai"),
                                        Optional.of("gpt-4.1"),
                                        Operation.CHAT,
                                        Tier.STANDARD,
                                        Optional.empty(),
                                        1),
                                Optional.of(new Tokens(100, 0, 0, 0, 20, 0)),
                                Optional.empty(),
                                new Completion(Outcome.OK, Streaming.UNKNOWN, OptionalInt.empty()),
                                Caller.NONE,
                                Set.of(
                                        Field.START,
                                        Field.END,
                                        Field.LATENCY,
                                        Field.PROVIDER,
                                        Field.MODEL,
                                        Field.OPERATION,
                                        Field.INPUT_TOKENS,
                                        Field.OUTPUT_TOKENS,
                                        Field.STATUS,
                                        Field.REQUEST_ID))));
    }

    @Test
    void readsFailuresAndIgnoresWrappers() {
        ReadOnce read = ReadOnce.text(sample());
        assertThat(read.collected().parts().get(1).facts().completion().outcome())
                .isEqualTo(Outcome.TIMEOUT);
        assertThat(read.summary().ignored()).isEqualTo(Map.of(Ignored.WRAPPER, 1L));
    }

    @Test
    void takesARootForASpanWithoutParent() {
        String root = sample().lines().findFirst().orElseThrow().replace("00000000000000aa", "0000000000000000");
        assertThat(Spans.only(root).parent()).isEmpty();
    }

    @Test
    void readsPrettyPrintedSpans() {
        String pretty = sample().replace(",\"", ",\n  \"");
        assertThat(ReadOnce.text(pretty).collected().records())
                .isEqualTo(ReadOnce.text(sample()).collected().records());
    }
}
