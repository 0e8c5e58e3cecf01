package dev.batchable.checklist;

import dev.batchable.record.Field;
import java.util.List;
import java.util.Set;

/// What logs can tell towards the six questions, and from which fields. A clue is there where any of its fields is.
public enum Clue {
    TIMES("start times", Field.START),
    DURATIONS("durations", Field.LATENCY, Field.END),
    STREAMING("streaming", Field.STREAM, Field.FIRST_TOKEN),
    SESSIONS("sessions", Field.SESSION),
    USERS("end users", Field.USER),
    CLIENTS("client names", Field.USER_AGENT),
    OUTCOMES("errors and rate limits", Field.STATUS, Field.HTTP_STATUS, Field.ERROR),
    RETRIES("retries", Field.RETRIES),
    MODELS("provider or model", Field.PROVIDER, Field.MODEL),
    CALLERS(
            "keys, apps or projects",
            Field.WORKLOAD,
            Field.KEY_ALIAS,
            Field.KEY_ID,
            Field.SERVICE,
            Field.PROJECT,
            Field.TEAM);

    private final String text;
    /// [Set#of] never changes.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Field> fields;

    Clue(String text, Field... fields) {
        this.text = text;
        this.fields = Set.of(fields);
    }

    /// For people: `errors and rate limits`.
    public String text() {
        return text;
    }

    public boolean isTold(Set<Field> told) {
        return fields.stream().anyMatch(told::contains);
    }

    /// What helps to answer a question. The cost of deferral follows from the acceptable latency.
    public static List<Clue> of(QuestionId question) {
        return switch (question) {
            case USER_WAITING -> List.of(TIMES, STREAMING, SESSIONS, USERS, CLIENTS);
            case MAX_LATENCY, DEFERRAL_COST -> List.of(TIMES, OUTCOMES, RETRIES);
            case QUOTA_DOMAIN -> List.of(MODELS, CALLERS, OUTCOMES);
            case DEGRADATION -> List.of(TIMES, OUTCOMES);
            case PARTIAL_ASYNC -> List.of(SESSIONS, DURATIONS);
        };
    }
}
