package dev.batchable.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Caller;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientsTest {
    private final Clients clients = new Clients();

    @Test
    void readsAUserAgentWhereverItStands() {
        assertThat(clients.of(caller(Optional.of("Mozilla/5.0"), List.of()))).contains(ClientKind.INTERACTIVE);
        assertThat(clients.of(caller(Optional.empty(), List.of("env:prod", "User-Agent: airflow/2.9"))))
                .contains(ClientKind.HEADLESS);
        assertThat(clients.of(Caller.NONE)).isEmpty();
    }

    @Test
    void answersTheSameWhenAskedAgainAndAfterMoreAgentsThanItRemembers() {
        for (int i = 0; i < 3_000; i++) {
            assertThat(clients.of(caller(Optional.of("curl/" + i), List.of()))).contains(ClientKind.LIBRARY);
            assertThat(clients.of(caller(Optional.of("own agent"), List.of()))).isEmpty();
        }
    }

    private static Caller caller(Optional<String> userAgent, List<String> tags) {
        return new Caller(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                userAgent,
                tags);
    }
}
