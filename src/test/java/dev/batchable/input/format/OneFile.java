package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.Collected;
import dev.batchable.input.Problem;
import dev.batchable.input.ReadOnce;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import java.util.List;
import java.util.Map;

/// What a file without problems holds.
final class OneFile {
    private OneFile() {}

    static Request request(String text) {
        List<Request> requests = read(text).requests();
        assertThat(requests).hasSize(1);
        return requests.get(0);
    }

    static List<Request> requests(String text) {
        return read(text).requests();
    }

    static Part part(String text) {
        List<Part> parts = read(text).parts();
        assertThat(parts).hasSize(1);
        return parts.get(0);
    }

    static List<Part> parts(String text) {
        return read(text).parts();
    }

    static Map<String, Long> ignored(String text) {
        read(text);
        return ReadOnce.text(text).summary().ignored();
    }

    static List<String> problems(String text) {
        return ReadOnce.text(text).collected().problems().stream()
                .map(Problem::reason)
                .toList();
    }

    private static Collected read(String text) {
        ReadOnce read = ReadOnce.text(text);
        assertThat(read.collected().problems()).extracting(Problem::reason).isEmpty();
        assertThat(read.result().fileProblems()).isEmpty();
        return read.collected();
    }
}
