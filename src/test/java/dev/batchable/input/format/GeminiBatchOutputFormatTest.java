package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.ReadOnce;
import dev.batchable.input.Samples;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeminiBatchOutputFormatTest implements FormatContract {
    @Override
    public String id() {
        return "gemini-batch-output";
    }

    @Override
    public String sample() {
        return Samples.text("gemini-batch-output/sample.jsonl");
    }

    @Test
    void readsPredictionsAsBatchAtTheTimeTheyWereProcessed() {
        List<Request> requests = ReadOnce.text(sample()).collected().requests();
        Request first = requests.get(0);
        assertThat(first.timing().start()).isEqualTo(Instant.parse("2026-10-05T08:00:00.500Z"));
        assertThat(first.tokens()).hasValue(new Tokens(120, 0, 0, 0, 50, 20));
        assertThat(first.call().model()).hasValue("gemini-2.5-flash");
        assertThat(first.call().operation()).isEqualTo(Operation.CHAT);
        assertThat(requests)
                .hasSize(3)
                .allSatisfy(request -> assertThat(request.call().tier()).isEqualTo(Tier.BATCH));
        assertThat(requests)
                .extracting(request -> request.completion().outcome())
                .containsExactly(Outcome.OK, Outcome.OK, Outcome.FAILED);
    }

    @Test
    void refusesResultsOfTheGeminiApiThatTellNoTime() {
        String line = "{\"key\": \"a\", \"response\": {\"usageMetadata\": {\"promptTokenCount\": 5}}%s}";
        assertThat(ReadOnce.text(line.formatted("")).result().fileProblems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("Gemini batch results", "processed_time"));
        String timed = line.formatted(", \"processed_time\": \"2026-10-05T08:00:00Z\"");
        assertThat(ReadOnce.text(timed).collected().requests())
                .singleElement()
                .satisfies(request -> assertThat(request.call().tier()).isEqualTo(Tier.BATCH));
    }
}
