package dev.batchable.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Writes a request log, call by call, in the columns that every tool's export has.
final class LogRows {
    private static final String HEAD = "request_id,timestamp,end,provider,model,operation,region,service_tier,"
            + "key_alias,input_tokens,cache_read_tokens,output_tokens,cost,currency,status,stream\n";

    private final StringBuilder text = new StringBuilder(HEAD);
    private int calls;

    /// One kind of call.
    ///
    /// @param model such as `openai/gpt-4.1`
    /// @param cost with its currency, such as `1.5 EUR`; empty where it is not logged
    record Call(
            String key,
            String model,
            String operation,
            String region,
            String tier,
            long input,
            long cached,
            long output,
            String cost) {
        static Call of(String key, String model, long input, long output) {
            return new Call(key, model, "chat", "", "standard", input, 0, output, "");
        }

        Call logged(String amount) {
            return new Call(key, model, operation, region, tier, input, cached, output, amount);
        }

        Call cached(long tokens) {
            return new Call(key, model, operation, region, tier, input, tokens, output, cost);
        }
    }

    /// Calls of one day, from two in the morning on, five seconds apart.
    LogRows add(LocalDate day, long number, Call call) {
        for (long i = 0; i < number; i++) {
            add(day.atTime(2, 0).toInstant(ZoneOffset.UTC).plusSeconds(5 * i), call);
        }
        return this;
    }

    LogRows add(Instant start, Call call) {
        String[] model = call.model.split("/", 2);
        String[] cost = call.cost.isEmpty() ? new String[] {"", ""} : call.cost.split(" ", 2);
        text.append(String.join(
                        ",",
                        "r" + calls++,
                        start.toString(),
                        start.plusSeconds(3).toString(),
                        model[0],
                        model[1],
                        call.operation,
                        call.region,
                        call.tier,
                        call.key,
                        Long.toString(call.input),
                        Long.toString(call.cached),
                        Long.toString(call.output),
                        cost[0],
                        cost[1],
                        "ok",
                        "false"))
                .append('\n');
        return this;
    }

    String text() {
        return text.toString();
    }
}
