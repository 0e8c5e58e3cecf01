package dev.batchable.input.format;

import dev.batchable.record.Providers;
import java.util.List;
import java.util.Optional;

/// What the session files and the telemetry of Claude Code have in common.
final class ClaudeCode {
    /// The model of answers that Claude Code wrote itself.
    static final String SYNTHETIC = "<synthetic>";

    private ClaudeCode() {}

    /// The user agent in the form in which Claude Code sends it: `claude-cli/2.1.14 (external, sdk-cli)`.
    ///
    /// @param marks how it was started, as far as that is known
    static String userAgent(Optional<String> version, List<String> marks) {
        String agent = version.map(text -> "claude-cli/" + text).orElse("claude-cli");
        return marks.isEmpty() ? agent : agent + " (external, " + String.join(", ", marks) + ")";
    }

    /// Who gave an id to an answer or a request; others than these two clouds and Anthropic serve the protocol too.
    static Optional<String> provider(String id) {
        if (id.startsWith("msg_bdrk_")) {
            return Optional.of(Providers.BEDROCK);
        } else if (id.startsWith("msg_vrtx_")) {
            return Optional.of(Providers.VERTEX);
        }
        return id.startsWith("msg_01") || id.startsWith("req_01") ? Optional.of(Providers.ANTHROPIC) : Optional.empty();
    }
}
