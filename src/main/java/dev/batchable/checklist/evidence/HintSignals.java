package dev.batchable.checklist.evidence;

import static dev.batchable.checklist.evidence.Signal.Family.HINTS;

import dev.batchable.checklist.evidence.Signal.Finding;
import dev.batchable.record.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What operation and caller's name hint at; never enough for an answer by themselves.
final class HintSignals {
    static final String OPERATION = "operation";
    static final String NAME = "name";
    private static final Set<String> BATCH_WORDS = Set.of(
            "nightly",
            "batch",
            "batches",
            "eval",
            "evals",
            "evaluation",
            "backfill",
            "cron",
            "etl",
            "index",
            "indexer",
            "indexing",
            "reindex",
            "offline",
            "scheduled",
            "digest",
            "weekly",
            "daily",
            "monthly");
    private static final Set<String> CHAT_WORDS = Set.of(
            "chat",
            "chatbot",
            "copilot",
            "assistant",
            "live",
            "realtime",
            "interactive",
            "ui",
            "web",
            "frontend",
            "support",
            "voice",
            "ide",
            "playground");

    private HintSignals() {}

    static Signal operation(Subject subject) {
        Share embeddings =
                new Share(subject.requests(key -> key.operation() == Operation.EMBEDDING), subject.requests());
        Finding finding = new Finding(
                        OPERATION,
                        embeddings.text() + " of calls are embeddings",
                        "95 % where an index is built; queries are embedded too",
                        subject.requests())
                .within(embeddings.error());
        return EvidenceRules.EMBEDDING_SHARE.reachedBy(embeddings.value())
                ? Signal.weighed(HINTS, EvidenceRules.EMBEDDING, subject, finding)
                : Signal.silent(HINTS, subject, finding);
    }

    static Signal name(Subject subject) {
        String caller = subject.profile().key().caller();
        List<String> words = Arrays.asList(caller.toLowerCase(Locale.ROOT).split("[^a-z]+", -1));
        boolean batch = words.stream().anyMatch(BATCH_WORDS::contains);
        boolean chat = words.stream().anyMatch(CHAT_WORDS::contains);
        Finding finding = new Finding(NAME, "called " + caller, "words such as nightly or chat", 1);
        if (batch == chat) {
            return Signal.silent(HINTS, subject, finding);
        }
        return Signal.weighed(HINTS, batch ? EvidenceRules.BATCH_NAME : EvidenceRules.CHAT_NAME, subject, finding);
    }
}
