package dev.batchable.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Caller;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobMarksTest {
    private static Caller caller(Optional<String> service, Optional<String> userAgent, String... tags) {
        return new Caller(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                service,
                Optional.empty(),
                Optional.empty(),
                userAgent,
                List.of(tags));
    }

    @ParameterizedTest
    @ValueSource(strings = {"digest-29341980-x7k2p", "digest-29341980", "mail-cronjob", "CI", "airflow.worker"})
    void findsASchedulersMarkInAService(String service) {
        assertThat(JobMarks.on(caller(Optional.of(service), Optional.empty()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"digest-20261005", "digest-29341980-x7k2", "checkout-7d9f8b6c5-x7k2p", "acid", "nightly"})
    void takesNoOtherNameForOne(String service) {
        assertThat(JobMarks.on(caller(Optional.of(service), Optional.empty()))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"k8s.cronjob.name:digest", "dag_id=mails", "cicd.pipeline.name=build", "source: cron"})
    void findsAMarkAmongTheTags(String tag) {
        assertThat(JobMarks.on(caller(Optional.empty(), Optional.empty(), "env:prod", tag)))
                .isTrue();
    }

    @Test
    void aKnownProgramBeatsAMarkWhichBeatsALibrary() {
        Clients clients = new Clients();
        assertThat(clients.of(caller(Optional.of("ci"), Optional.of("Mozilla/5.0"))))
                .contains(ClientKind.INTERACTIVE);
        assertThat(clients.of(caller(Optional.of("ci"), Optional.of("python-httpx"))))
                .contains(ClientKind.MARKED_JOB);
        assertThat(clients.of(caller(Optional.of("ci"), Optional.empty()))).contains(ClientKind.MARKED_JOB);
        assertThat(clients.of(caller(Optional.of("shop"), Optional.empty()))).isEmpty();
    }
}
