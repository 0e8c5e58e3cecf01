package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.Collected;
import dev.batchable.input.FormatContract;
import dev.batchable.input.ReadOnce;
import dev.batchable.input.Samples;
import dev.batchable.record.Field;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.SourceRef;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenAiChatChunksFormatTest implements FormatContract {
    @Override
    public String id() {
        return "openai-chat-chunks";
    }

    @Override
    public String sample() {
        return Samples.text("openai-chat-chunks/sample.jsonl");
    }

    /// Parts tell their places; what binds them must not depend on the file.
    @Override
    @Test
    public void readsTheSameWhenCutInTwoAtALineEnd() {
        List<String> lines = sample().lines().toList();
        Part first = ReadOnce.text(lines.get(0)).collected().parts().get(0);
        Part last = ReadOnce.text(lines.get(2)).collected().parts().get(0);
        assertThat(last.group()).isEqualTo(first.group());
        assertThat(last.call()).isEqualTo(first.call());
    }

    @Test
    void bindsTheChunksOfOneAnswerByItsId() {
        List<Part> parts = ReadOnce.text(sample()).collected().parts();
        assertThat(parts).hasSize(5);
        Part last = parts.get(2);
        assertThat(last)
                .isEqualTo(new Part(
                        "chatcmpl-s1",
                        new SourceRef("in", 3),
                        Part.Role.CALL,
                        "chatcmpl-s1",
                        Optional.empty(),
                        "openai-chat-chunks",
                        last.facts()));
        assertThat(parts)
                .extracting(Part::call)
                .containsExactly("chatcmpl-s1", "chatcmpl-s1", "chatcmpl-s1", "chatcmpl-s2", "chatcmpl-s2");
    }

    @Test
    void findsTheTokensInTheLastChunkOnly() {
        List<Part> parts = ReadOnce.text(sample()).collected().parts();
        assertThat(parts)
                .extracting(part -> part.facts().tokens())
                .containsExactly(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Tokens(500, 128, 0, 0, 80, 0)),
                        Optional.empty(),
                        Optional.empty());
    }

    @Test
    void knowsThatAChunkWasStreamed() {
        Request facts = ReadOnce.text(sample()).collected().parts().get(0).facts();
        assertThat(facts.completion().streaming()).isEqualTo(Streaming.STREAMED);
        assertThat(facts.present()).contains(Field.STREAM);
        assertThat(facts.timing().start()).isEqualTo(Instant.parse("2026-10-05T08:00:00Z"));
    }

    @Test
    void readsWholeAnswersBetweenTheChunks() {
        Collected read = ReadOnce.text(sample() + """
                {"id": "chatcmpl-w", "object": "chat.completion", "created": 1791187200, "usage": {"prompt_tokens": 7}}
                """).collected();
        assertThat(read.parts()).hasSize(5);
        assertThat(read.requests())
                .extracting(Request::tokens)
                .containsExactly(Optional.of(new Tokens(7, 0, 0, 0, 0, 0)));
    }

    @Test
    void readsChunksBesideALoggersStamps() {
        String nested = sample().lines().findFirst().orElseThrow();
        Collected read = ReadOnce.text("{\"app\": \"helpdesk\", \"response\": " + nested + "}")
                .collected();
        assertThat(read.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.facts().caller().service()).hasValue("helpdesk"));
    }
}
