package dev.batchable.sample;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The log of the company's own proxy. Its column names are nobody else's, and it knows no prices.
final class VisionLog {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private VisionLog() {}

    static String csv(List<SampleCall> calls) {
        StringBuilder csv = new StringBuilder(Csv.line(List.of(
                "call", "created", "app", "upstream", "llm", "tok_in", "tok_out", "took_ms", "http", "attempt")));
        for (SampleCall call : calls) {
            csv.append(Csv.line(List.of(
                    call.marks().requestId().substring("chatcmpl-".length()),
                    TIME.format(call.times().start()),
                    call.caller().alias().orElseThrow(),
                    call.model().provider(),
                    call.model().loggedName(),
                    String.valueOf(call.tokens().prompt()),
                    String.valueOf(call.tokens().output()),
                    String.valueOf(call.times().latencyMillis()),
                    String.valueOf(call.ending().status()),
                    String.valueOf(call.ending().retries()))));
        }
        return csv.toString();
    }
}
