package dev.batchable.profile;

import dev.batchable.record.Caller;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads from a user agent who is at the other end.
///
/// Marks are looked for in lower case, headless ones first, because a command-line agent in its headless mode
/// carries the name of the interactive one too (`claude-cli/2.1 (external, sdk-cli)`), and an SDK that a
/// scheduler runs often carries both names.
final class UserAgents {
    /// Gateways (LiteLLM) put the user agent among the tags in this form.
    private static final String TAG_PREFIX = "User-Agent:";

    /// Schedulers, workflow engines, continuous integration, and agents run without a terminal.
    private static final List<String> HEADLESS = List.of(
            "sdk-cli",
            "codex_exec",
            "codex-exec",
            "(exec)",
            "headless",
            "non-interactive",
            "github-action",
            "github actions",
            "githubactions",
            "gitlab-runner",
            "gitlab-ci",
            "jenkins",
            "buildkite",
            "circleci",
            "airflow",
            "dagster",
            "prefect",
            "celery",
            "cronjob",
            "cron/",
            "sidekiq",
            "temporal",
            "argo-workflows",
            "azure-pipelines",
            "bitbucket-pipelines",
            "teamcity",
            "tekton",
            "databricks",
            "aws-glue",
            "luigi",
            "kestra",
            "apache-beam",
            "spark/");
    /// Browsers, and applications with a person in front of them.
    private static final List<String> INTERACTIVE = List.of(
            "mozilla/",
            "electron/",
            "cfnetwork/",
            "claude-cli",
            "claude-code",
            "codex_cli",
            "codex-cli",
            "codex_vscode",
            "codex_tui",
            "codex-tui",
            "codex desktop",
            "gemini-cli",
            "geminicli",
            "openwebui",
            "open-webui",
            "open webui",
            "librechat",
            "lobechat",
            "chatbox",
            "cherrystudio",
            "cursor/",
            "vscode",
            "githubcopilot",
            "jetbrains",
            "intellij",
            "zed/",
            "cline/",
            "roo-code",
            "roocode",
            "kilo-code",
            "windsurf",
            "opencode",
            "anythingllm",
            "typingmind",
            "lm studio",
            "obsidian",
            "raycast");
    /// Entry points of an agent SDK under the interactive agent's name; embedded in products as well as in
    /// jobs.
    private static final List<String> AGENT_SDK = List.of("sdk-py", "sdk-ts");
    private static final List<String> LIBRARY = List.of(
            "openai",
            "anthropic",
            "python",
            "httpx",
            "aiohttp",
            "axios",
            "node",
            "undici",
            "curl",
            "wget",
            "go-http-client",
            "okhttp",
            "dart/",
            "java",
            "apache-httpclient",
            "reactor",
            "ruby",
            "faraday",
            "guzzle",
            "rust",
            "reqwest",
            "boto",
            "aws-sdk",
            "google-genai",
            "google-api",
            "langchain",
            "litellm",
            "ai-sdk",
            "postman");

    private UserAgents() {}

    /// The user agent a caller's calls came with, also where it stands among the tags.
    static Optional<String> of(Caller caller) {
        Optional<String> told = caller.userAgent().filter(text -> !text.isBlank());
        return told.isPresent() ? told : tagged(caller.tags());
    }

    private static Optional<String> tagged(List<String> tags) {
        for (String tag : tags) {
            if (tag.startsWith(TAG_PREFIX)
                    && !tag.substring(TAG_PREFIX.length()).isBlank()) {
                return Optional.of(tag.substring(TAG_PREFIX.length()).strip());
            }
        }
        return Optional.empty();
    }

    /// Empty where the user agent is none of those known.
    static Optional<ClientKind> kind(String userAgent) {
        String text = userAgent.toLowerCase(Locale.ROOT);
        if (isHeadless(text)) {
            return Optional.of(ClientKind.HEADLESS);
        }
        if (AGENT_SDK.stream().anyMatch(text::contains)) {
            return Optional.of(ClientKind.LIBRARY);
        }
        if (INTERACTIVE.stream().anyMatch(text::contains)) {
            return Optional.of(ClientKind.INTERACTIVE);
        }
        return LIBRARY.stream().anyMatch(text::contains) ? Optional.of(ClientKind.LIBRARY) : Optional.empty();
    }

    /// `-p` is the flag that runs command-line agents without a terminal.
    private static boolean isHeadless(String text) {
        return HEADLESS.stream().anyMatch(text::contains) || (" " + text + " ").contains(" -p ");
    }
}
