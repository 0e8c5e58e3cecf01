package dev.batchable.profile;

import static dev.batchable.record.SampleCall.call;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INTERACTIVE | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36
                    INTERACTIVE | claude-cli/2.1.14 (external, cli)
                    HEADLESS    | claude-cli/2.1.14 (external, sdk-cli)
                    HEADLESS    | claude-cli/2.1.14 -p
                    INTERACTIVE | claude-cli/2.0.14
                    INTERACTIVE | claude-cli/2.1.14 (external, claude-vscode)
                    HEADLESS    | claude-cli/2.1.14 (external, claude-code-github-action)
                    LIBRARY     | claude-cli/2.1.14 (external, sdk-ts)
                    LIBRARY     | claude-cli/2.1.14 (external, sdk-py)
                    INTERACTIVE | codex_cli_rs/0.61.0 (cli)
                    INTERACTIVE | codex-tui/0.98.0 (cli)
                    INTERACTIVE | codex_vscode/0.98.0 (vscode)
                    HEADLESS    | codex_exec/0.61.0 (exec)
                    HEADLESS    | codex_cli_rs/0.61.0 (exec)
                    HEADLESS    | Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/130.0.0.0
                    HEADLESS    | apache-airflow/2.9 python-httpx/0.27
                    HEADLESS    | GitHub-Actions openai-python/1.40
                    HEADLESS    | celery/5.4
                    LIBRARY     | OpenAI/Python 1.40.0
                    LIBRARY     | AsyncOpenAI/JS 4.52
                    LIBRARY     | python-httpx/0.27.0
                    LIBRARY     | axios/1.7.2
                    LIBRARY     | curl/8.5.0
                    """)
    void tellsWhoIsAtTheOtherEnd(ClientKind expected, String userAgent) {
        assertThat(UserAgents.kind(userAgent)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acme-search/3", "pretty-printer -path"})
    void saysNothingOfTheUnknown(String userAgent) {
        assertThat(UserAgents.kind(userAgent)).isEmpty();
    }

    @Test
    void findsTheUserAgentAmongTheTags() {
        assertThat(UserAgents.of(
                        call().tags("prod", "User-Agent: curl/8").build().caller()))
                .contains("curl/8");
        assertThat(UserAgents.of(
                        call().tags("User-Agent: ").userAgent(" ").build().caller()))
                .isEmpty();
    }
}
