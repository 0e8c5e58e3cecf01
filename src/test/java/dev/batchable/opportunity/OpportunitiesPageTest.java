package dev.batchable.opportunity;

import static dev.batchable.opportunity.SampleLog.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.SampleCall;
import dev.batchable.report.Opportunity.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The examples of `docs/opportunities.md` come out as they stand there.
class OpportunitiesPageTest {
    @ParameterizedTest
    @EnumSource(Kind.class)
    void showsWhatTheExampleComesTo(Kind kind) throws IOException {
        String money = example(kind).found(kind).get(0).money().window().high().toPlainString();
        try (Stream<String> page = Files.lines(Path.of("docs/opportunities.md"))) {
            assertThat(page)
                    .anyMatch(line -> line.startsWith("| `" + kind.id() + "` |") && line.contains(" " + money + " |"));
        }
    }

    private static SampleLog example(Kind kind) {
        return switch (kind) {
            case PROMPT_CACHE ->
                new SampleLog().days(3, 100, 1, i -> call("bot").tokens(40_191, 10));
            case RESULT_CACHE -> new SampleLog().days(3, 100, 1, i -> nobodys().repeatKey("the same"));
            case TOP_MODEL ->
                new SampleLog().days(3, 300, 1, i -> call("bot-" + i % 3).tokens(10_000, 1_000));
            case DEFAULT_TIER -> new SampleLog().days(3, 100, 1, i -> nobodys());
        };
    }

    private static SampleCall nobodys() {
        return call("bot").tokens(30_000, 1_000);
    }
}
