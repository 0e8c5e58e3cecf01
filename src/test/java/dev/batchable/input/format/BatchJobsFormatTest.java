package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.ReadOnce;
import dev.batchable.input.Samples;
import dev.batchable.record.BatchJob;
import dev.batchable.record.BatchJob.End;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchJobsFormatTest implements FormatContract {
    private static final Instant EIGHT = Instant.parse("2026-10-05T08:00:00Z");

    @Override
    public String id() {
        return "batch-jobs";
    }

    @Override
    public String sample() {
        return Samples.text("batch-jobs/sample.jsonl");
    }

    private static List<BatchJob> jobs(String text) {
        return ReadOnce.text(text).collected().jobs();
    }

    @Test
    void readsWhatEndedAndLeavesWhatRuns() {
        assertThat(jobs(sample()))
                .containsExactly(
                        new BatchJob("openai", "batch_6711a1", EIGHT, End.DONE, Optional.of(Duration.ofMinutes(9))),
                        new BatchJob("openai", "batch_6711a2", EIGHT, End.EXPIRED, Optional.empty()));
        assertThat(ReadOnce.text(sample()).units()).isEqualTo(3);
    }

    /// Shapes as each provider documents them for its list of jobs.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"data": [{"id": "msgbatch_1", "type": "message_batch", "processing_status": "ended", "request_counts": {"processing": 0, "succeeded": 9, "errored": 1, "canceled": 0, "expired": 0}, "created_at": "2026-10-05T08:00:00Z", "ended_at": "2026-10-05T08:30:00Z", "expires_at": "2026-10-06T08:00:00Z"}], "has_more": false} | anthropic | msgbatch_1 | DONE | ''
            {"data": [{"id": "msgbatch_2", "type": "message_batch", "processing_status": "ended", "request_counts": {"processing": 0, "succeeded": 9, "errored": 0, "canceled": 0, "expired": 1}, "created_at": "2026-10-05T08:00:00Z", "ended_at": "2026-10-06T08:00:00Z", "expires_at": "2026-10-06T08:00:00Z"}], "has_more": false} | anthropic | msgbatch_2 | EXPIRED | ''
            {"invocationJobSummaries": [{"jobArn": "arn:aws:bedrock:us-east-1:1:model-invocation-job/x", "jobName": "n", "modelId": "amazon.nova-lite-v1:0", "status": "Completed", "submitTime": "2026-10-05T08:00:00Z", "endTime": "2026-10-05T08:30:00Z"}]} | bedrock | arn:aws:bedrock:us-east-1:1:model-invocation-job/x | DONE | amazon.nova-lite-v1:0
            {"invocationJobSummaries": [{"jobArn": "arn:aws:bedrock:us-east-1:1:model-invocation-job/y", "jobName": "n", "status": "PartiallyCompleted", "submitTime": "2026-10-05T08:00:00Z", "endTime": "2026-10-06T08:30:00Z"}]} | bedrock | arn:aws:bedrock:us-east-1:1:model-invocation-job/y | EXPIRED | ''
            {"batchPredictionJobs": [{"name": "projects/1/locations/us-central1/batchPredictionJobs/7", "state": "JOB_STATE_SUCCEEDED", "inputConfig": {"instancesFormat": "jsonl"}, "createTime": "2026-10-05T08:00:00Z", "startTime": "2026-10-05T08:01:00Z", "endTime": "2026-10-05T08:30:00Z"}]} | vertex | projects/1/locations/us-central1/batchPredictionJobs/7 | DONE | ''
            {"operations": [{"name": "batches/7", "metadata": {"model": "models/gemini-2.5-flash", "createTime": "2026-10-05T08:00:00Z", "endTime": "2026-10-05T08:30:00Z", "state": "BATCH_STATE_FAILED"}}]} | gemini | batches/7 | FAILED | gemini-2.5-flash
            {"data": [{"id": "b1", "object": "batch", "input_files": ["f"], "status": "TIMEOUT_EXCEEDED", "created_at": 1791187200, "total_requests": 3}], "object": "list", "total": 1} | mistral | b1 | EXPIRED | ''
            """)
    void readsTheListsOfOtherProviders(String list, String provider, String id, End end, String model) {
        Optional<Duration> lasted = end == End.DONE ? Optional.of(Duration.ofMinutes(30)) : Optional.empty();
        assertThat(jobs(list))
                .containsExactly(new BatchJob(
                        provider, id, EIGHT, end, lasted, Optional.of(model).filter(name -> !name.isEmpty())));
    }

    @Test
    void refusesAJobThatEndedBeforeItBegan() {
        String turned = sample().replace("\"completed_at\":1791187740", "\"completed_at\":1791187100");
        assertThat(ReadOnce.text(turned).collected().problems()).hasSize(1);
    }
}
