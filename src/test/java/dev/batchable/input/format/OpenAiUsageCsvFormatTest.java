package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
import dev.batchable.input.ReadOnce;
import dev.batchable.input.Samples;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import dev.batchable.record.UsageBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenAiUsageCsvFormatTest implements FormatContract {
    private static final String TIMES = "start_time,end_time,start_time_iso,end_time_iso";
    private static final String DAY = "1790726400,1790812800,2026-09-30T00:00:00+00:00,2026-10-01T00:00:00+00:00";

    @Override
    public String id() {
        return "openai-usage-csv";
    }

    @Override
    public String sample() {
        return Samples.text("openai-usage-csv/sample.csv");
    }

    @Test
    void readsARowByTheNamesOfItsColumns() {
        UsageBucket bucket = buckets(sample()).get(0);
        assertThat(bucket.start()).isEqualTo(Instant.parse("2026-09-30T00:00:00Z"));
        assertThat(bucket.width()).isEqualTo(Duration.ofDays(1));
        assertThat(bucket.call().provider()).hasValue("openai");
        assertThat(bucket.call().model()).hasValue("gpt-5-mini-2025-08-07");
        assertThat(bucket.call().operation()).isEqualTo(Operation.CHAT);
        assertThat(bucket.call().tier()).isEqualTo(Tier.BATCH);
        assertThat(bucket.requests()).hasValue(12);
        assertThat(bucket.tokens()).hasValue(new Tokens(60000, 20000, 0, 0, 4000, 0));
        assertThat(bucket.caller().keyId()).hasValue("key_nightly");
        assertThat(bucket.caller().project()).hasValue("proj_reports");
    }

    @Test
    void readsCountsWithDecimals() {
        UsageBucket bucket = buckets(sample()).get(1);
        assertThat(bucket.requests()).hasValue(40);
        assertThat(bucket.tokens()).hasValue(new Tokens(8000, 0, 0, 0, 1500, 0));
        assertThat(bucket.call().tier()).isEqualTo(Tier.FLEX);
    }

    @Test
    void readsAnExportOfFewColumns() {
        UsageBucket bucket = buckets(TIMES + ",model,input_tokens,output_tokens\n" + DAY + ",gpt-4o,3600,560\n")
                .get(0);
        assertThat(bucket.requests()).isEmpty();
        assertThat(bucket.call().tier()).isEqualTo(Tier.UNKNOWN);
        assertThat(bucket.present())
                .containsExactlyInAnyOrder(
                        Field.START,
                        Field.END,
                        Field.BUCKET_SECONDS,
                        Field.MODEL,
                        Field.INPUT_TOKENS,
                        Field.OUTPUT_TOKENS);
    }

    @Test
    void doesNotGuessTheKindOfUsageWithoutOutput() {
        UsageBucket bucket = buckets(TIMES + ",input_tokens,num_model_requests\n" + DAY + ",900,3\n")
                .get(0);
        assertThat(bucket.call().operation()).isEqualTo(Operation.UNKNOWN);
    }

    @Test
    void ignoresRowsThatEndAfterTheirTimes() {
        ReadOnce read = ReadOnce.text(TIMES + ",model,input_tokens,output_tokens\n" + DAY + "\n" + DAY
                + ",gpt-4o,3600,560\n" + DAY + ",,,\n");
        assertThat(read.collected().buckets()).hasSize(1);
        assertThat(read.summary().ignored()).containsExactly(Map.entry(Ignored.EMPTY, 2L));
        assertThat(read.collected().problems()).isEmpty();
        assertThat(read.tiesOut()).isTrue();
    }

    @Test
    void takesRowsOfAnyOtherLengthForProblems() {
        ReadOnce read = ReadOnce.text(TIMES + ",model,input_tokens,output_tokens\n" + DAY + ",gpt-4o\n");
        assertThat(read.collected().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).isEqualTo("a row of 5 cells, the header has 7"));
    }

    @Test
    void doesNotTakeATornRowForAnEmptyOne() {
        ReadOnce read = ReadOnce.text(TIMES + ",model,input_tokens,output_tokens\n" + DAY);
        assertThat(read.collected().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).isEqualTo("a row of 4 cells, the header has 7"));
    }

    @Test
    void readsAnExportThatHoldsNothing() {
        ReadOnce read = ReadOnce.text(TIMES + "\n" + DAY + "\n");
        assertThat(read.summary().file().format()).isEqualTo("openai-usage-csv");
        assertThat(read.summary().ignored()).containsExactly(Map.entry(Ignored.EMPTY, 1L));
    }

    @Test
    void leavesLogsOfSingleCallsToOthers() {
        ReadOnce read = ReadOnce.text("start_time,end_time,model,input_tokens\n1790726400,1790726403,gpt-4o,12\n");
        assertThat(read.summary().file().format()).isEqualTo("generic");
    }

    private static List<UsageBucket> buckets(String csv) {
        ReadOnce read = ReadOnce.text(csv);
        assertThat(read.collected().problems()).isEmpty();
        assertThat(read.summary().file().format()).isEqualTo("openai-usage-csv");
        return read.collected().buckets();
    }
}
