package dev.batchable.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.profile.BatchHistory.Jobs;
import dev.batchable.record.BatchJob;
import dev.batchable.record.BatchJob.End;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BatchJobsTest {
    private static final Instant DAY = Instant.parse("2026-10-05T08:00:00Z");

    private static BatchJob job(int number, End end) {
        Optional<Duration> lasted = end == End.DONE ? Optional.of(Duration.ofMinutes(number)) : Optional.empty();
        return new BatchJob("openai", "batch_" + number, DAY.plus(Duration.ofDays(number % 4)), end, lasted);
    }

    private static List<BatchJob> hundred() {
        List<BatchJob> jobs = new ArrayList<>();
        for (int number = 1; number <= 100; number++) {
            jobs.add(job(number, number % 20 == 0 ? End.EXPIRED : number % 33 == 0 ? End.FAILED : End.DONE));
        }
        return jobs;
    }

    private static BatchHistory history(List<BatchJob> jobs) {
        BatchJobs all = new BatchJobs();
        jobs.forEach(all::add);
        return all.history(new LocalClock(ZoneOffset.UTC));
    }

    @Test
    void countsEveryJobOnce() {
        List<BatchJob> twice = new ArrayList<>(hundred());
        twice.addAll(hundred());
        Jobs jobs = Objects.requireNonNull(history(twice).byProvider().get("openai"));

        assertThat(jobs.all()).isEqualTo(100);
        assertThat(jobs.expired()).isEqualTo(5);
        assertThat(jobs.failed()).isEqualTo(3);
        assertThat(jobs.days()).isEqualTo(4);
        assertThat(Duration.ofMillis(jobs.percentiles().getOrDefault(100, 0L)).toMinutes())
                .isBetween(98L, 99L);
    }

    @Test
    void leavesOutWhatItsOwnerCancelled() {
        assertThat(history(List.of(job(1, End.CANCELLED))).byProvider()).isEmpty();
    }

    @Test
    void isTheSameInAnyOrderAndHoweverItIsCut() {
        List<BatchJob> shuffled = new ArrayList<>(hundred());
        shuffled.add(new BatchJob("openai", "batch_7", DAY, End.FAILED, Optional.empty()));
        BatchHistory expected = history(shuffled);
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(shuffled, random);
            int cut = random.nextInt(shuffled.size());
            BatchJobs one = new BatchJobs();
            BatchJobs other = new BatchJobs();
            shuffled.subList(0, cut).forEach(one::add);
            shuffled.subList(cut, shuffled.size()).forEach(other::add);
            one.merge(other);
            assertThat(one.history(new LocalClock(ZoneOffset.UTC))).isEqualTo(expected);
        }
    }
}
