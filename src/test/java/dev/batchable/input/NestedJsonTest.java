package dev.batchable.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestedJsonTest {
    private enum Key {
        DAY,
        MODEL,
        TOKENS,
        SERVICE
    }

    private static final Nesting BUCKETS = Nesting.of("data", "results");
    private static final Nesting SPANS =
            new Nesting(List.of(Set.of("resourceSpans", "batches"), Set.of("scopeSpans"), Set.of("spans")));

    private static List<String> read(Nesting nesting, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        PathTree<Key> tree = new PathTree<>(FieldTable.<Key>builder()
                .field(Key.DAY, "start_time", "startTimeUnixNano")
                .field(Key.MODEL, "model", "attributes.gen_ai.request.model", "choices.[0].model")
                .field(Key.TOKENS, "input_tokens", "attributes.gen_ai.usage.input_tokens", "chunks.[*].n", "tries.[#]")
                .field(Key.SERVICE, "resource.attributes.service.name", "note.service")
                .build()
                .bindings());
        JsonWalk walk = new JsonWalk();
        RowView<Key> row = new RowView<>(tree, walk, "in");
        List<String> seen = new ArrayList<>();
        Chunk chunk = new Chunk();
        System.arraycopy(bytes, 0, chunk.room(bytes.length), 0, bytes.length);
        chunk.lengthen(bytes.length);
        chunk.unit(0, bytes.length, 1);
        new NestedJson<>(tree, walk, nesting).read(chunk, row, new UnitReader.Units() {
            @Override
            public void row() {
                seen.add(row.line() + ":"
                        + Stream.of(Key.values())
                                .map(key -> row.text(key).orElse("-"))
                                .collect(Collectors.joining("|")));
            }

            @Override
            public void problem(long line, String reason) {
                seen.add(line + ":" + reason);
            }

            @Override
            public void empty() {
                seen.add("empty");
            }
        });
        return seen;
    }

    @Test
    void givesEachElementWhatStandsAroundItsArrayBeforeAndAfter() {
        assertThat(read(BUCKETS, """
                        {"data": [
                          {"start_time": 1, "results": [{"model": "a"}, {"model": "b", "start_time": 9}]},
                          {"results": [{"model": "c",
                              "input_tokens": 7}], "start_time": 2}]}""")).containsExactly("2:1|a|-|-", "2:9|b|-|-", "3:2|c|7|-");
    }

    @Test
    void beginsAtWhicheverLevelTheDocumentBeginsAt() {
        assertThat(read(BUCKETS, "{\"start_time\":1,\"results\":[{\"model\":\"a\"}]}"))
                .containsExactly("1:1|a|-|-");
        assertThat(read(BUCKETS, "{\"start_time\":1,\"model\":\"a\"}")).containsExactly("1:1|a|-|-");
    }

    @Test
    void countsArraysThatHoldNothing() {
        assertThat(read(BUCKETS, "{\"data\":[{\"start_time\":1,\"results\":[]},{\"start_time\":2}]}"))
                .containsExactly("empty", "empty");
        assertThat(read(BUCKETS, "{\"data\":[]}")).containsExactly("empty");
    }

    @Test
    void entersListsOfKeysAndValuesLikeObjects() {
        assertThat(read(SPANS, """
                        {"batches":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},
                        "scopeSpans":[{"spans":[{"startTimeUnixNano":"5","attributes":[
                          {"key":"gen_ai.prompt","value":{"stringValue":"{\\"model\\":\\"x\\"}"}},
                          {"value":{"intValue":"12"},"key":"gen_ai.usage.input_tokens"},
                          {"key":"gen_ai.request.model","value":{"arrayValue":{"values":[{"stringValue":"a\\"b"}]}}}]}]}]}]}""")).containsExactly("2:5|[\"a\\\"b\"]|12|shop");
    }

    @Test
    void findsElementsOfArraysByPlace() {
        assertThat(read(BUCKETS, """
                        {"choices":[{"model":"first"},{"model":"second"}],"chunks":[{"n":1},{"n":2},{"m":3}]}""")).containsExactly("1:-|first|2|-");
        assertThat(read(BUCKETS, "{\"tries\":[{\"ip\":1},{\"ip\":2}],\"note\":\"{\\\"service\\\":\\\"s\\\"}\"}"))
                .containsExactly("1:-|-|2|s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"data\":[{\"results\":[{\"model\":\"a\"},{] | 1:not valid JSON",
                "{\"data\":[{\"results\":[{\"model\":\"a\" | 1:the JSON document is cut off",
                "{\"data\":[7]} | 1:a JSON object was expected",
            })
    void takesADamagedDocumentForOneProblem(String json, String problem) {
        assertThat(read(BUCKETS, json)).containsExactly(problem);
    }
}
