package dev.batchable.input.format;

import dev.batchable.record.Outcome;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How a call ended, from an HTTP status, a status word and an error text, whichever a source tells.
final class Outcomes {
    private static final int HTTP_REQUEST_TIMEOUT = 408;
    private static final int HTTP_TOO_MANY_REQUESTS = 429;
    /// nginx: the client closed the connection.
    private static final int HTTP_CLIENT_CLOSED = 499;
    private static final int HTTP_GATEWAY_TIMEOUT = 504;
    /// Anthropic: overloaded.
    private static final int HTTP_OVERLOADED = 529;
    private static final int HTTP_FIRST_ERROR = 400;
    private static final int HTTP_FIRST = 100;
    private static final int HTTP_LAST = 599;

    private static final Map<String, Outcome> WORDS = Map.ofEntries(
            Map.entry("ok", Outcome.OK),
            Map.entry("success", Outcome.OK),
            Map.entry("successful", Outcome.OK),
            Map.entry("succeeded", Outcome.OK),
            Map.entry("complete", Outcome.OK),
            Map.entry("completed", Outcome.OK),
            Map.entry("status_code_ok", Outcome.OK),
            Map.entry("true", Outcome.OK),
            Map.entry("stop", Outcome.OK),
            Map.entry("end_turn", Outcome.OK),
            Map.entry("stop_sequence", Outcome.OK),
            Map.entry("length", Outcome.OK),
            Map.entry("max_tokens", Outcome.OK),
            Map.entry("tool_calls", Outcome.OK),
            Map.entry("tool_use", Outcome.OK),
            Map.entry("content_filter", Outcome.OK),
            Map.entry("failure", Outcome.FAILED),
            Map.entry("failed", Outcome.FAILED),
            Map.entry("fail", Outcome.FAILED),
            Map.entry("error", Outcome.FAILED),
            Map.entry("status_code_error", Outcome.FAILED),
            Map.entry("false", Outcome.FAILED));

    private Outcomes() {}

    /// A status code decides; an answer that came with an error text all the same has failed.
    static Outcome of(Optional<String> httpStatus, Optional<String> status, Optional<String> error) {
        Optional<String> failure = error.filter(Outcomes::tellsError);
        int http = httpStatus.map(Outcomes::httpCode).orElse(0);
        int code = http > 0 ? http : status.map(Outcomes::httpCode).orElse(0);
        if (code >= HTTP_FIRST_ERROR) {
            return ofErrorCode(code, failure);
        }
        if (failure.isPresent()) {
            return ofError(failure.orElseThrow());
        }
        return code > 0 ? Outcome.OK : status.map(Outcomes::ofWord).orElse(Outcome.UNKNOWN);
    }

    private static Outcome ofErrorCode(int code, Optional<String> error) {
        return switch (code) {
            case HTTP_TOO_MANY_REQUESTS, HTTP_OVERLOADED -> Outcome.RATE_LIMITED;
            case HTTP_REQUEST_TIMEOUT, HTTP_GATEWAY_TIMEOUT -> Outcome.TIMEOUT;
            case HTTP_CLIENT_CLOSED -> Outcome.CANCELLED;
            default -> error.map(Outcomes::ofError).orElse(Outcome.FAILED);
        };
    }

    private static Outcome ofWord(String status) {
        String word = status.strip().toLowerCase(Locale.ROOT);
        Outcome known = WORDS.get(word);
        if (known != null) {
            return known;
        }
        Outcome failure = ofError(word);
        return failure == Outcome.FAILED && !word.contains("error") && !word.contains("fail")
                ? Outcome.UNKNOWN
                : failure;
    }

    /// What kind of failure an error's class, code or message tells of.
    static Outcome ofError(String error) {
        int code = httpCode(error);
        if (code >= HTTP_FIRST_ERROR) {
            return ofErrorCode(code, Optional.empty());
        }
        String text = error.toLowerCase(Locale.ROOT);
        if (text.contains("ratelimit")
                || text.contains("rate limit")
                || text.contains("rate_limit")
                || text.contains("too many requests")
                || text.contains("throttl")
                || text.contains("quota")
                || text.contains("overloaded")) {
            return Outcome.RATE_LIMITED;
        }
        if (text.contains("timeout") || text.contains("timed out") || text.contains("deadline exceeded")) {
            return Outcome.TIMEOUT;
        }
        return text.contains("cancel") || text.contains("abort") ? Outcome.CANCELLED : Outcome.FAILED;
    }

    /// Exports fill the error column of good calls with a word for "none".
    private static boolean tellsError(String error) {
        String text = error.strip().toLowerCase(Locale.ROOT);
        return !(text.isEmpty()
                || text.equals("0")
                || text.equals("false")
                || text.equals("none")
                || text.equals("{}")
                || text.equals("[]")
                || text.equals("no")
                || text.equals("n/a")
                || text.equals("-"));
    }

    /// The HTTP status that a text is, such as `429` or `200.0`; 0 where it is none.
    private static int httpCode(String text) {
        String digits = text.strip();
        if (digits.length() != 3 && !(digits.length() == 5 && digits.endsWith(".0"))) {
            return 0;
        }
        int code = 0;
        for (int i = 0; i < 3; i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            code = code * 10 + digit;
        }
        return code >= HTTP_FIRST && code <= HTTP_LAST ? code : 0;
    }
}
