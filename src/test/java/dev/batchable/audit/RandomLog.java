package dev.batchable.audit;

import dev.batchable.audit.LogRows.Call;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A log of several callers, drawn from a seed: models with and without a batch price, cached prompts, priority calls,
/// costs that are logged and costs that are not.
final class RandomLog {
    static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    static final int CALLERS = 5;
    private static final List<String> MODELS = List.of(
            "anthropic/claude-haiku-4-5",
            "openai/gpt-5.6",
            "openai/gpt-4o-mini",
            "vertex/gemini-2.5-flash",
            "xai/grok-4.20",
            "azure/gpt-4.1",
            "openai/gpt-old");

    /// One call at its time.
    record Entry(Instant start, Call call) {}

    private final Random random;

    RandomLog(long seed) {
        random = new Random(seed);
    }

    /// Owners for two callers, answers for three, an effort and costs of delay for some.
    static String policy() {
        return """
                version: 1
                currency: USD
                workloads:
                  - {name: w0, match: {key: w0}, owner: ann, effort: 700 USD, recurring: true,
                     answers: {user_waiting: no, max_latency: 24h, degradation: retry, deferral_cost: 0.01 USD/h}}
                  - {name: w1, match: {key: w1}, owner: bob, recurring: true,
                     answers: {user_waiting: no, max_latency: 4h, degradation: queue}}
                  - {name: w2, match: {key: w2}, owner: ann, recurring: true,
                     answers: {user_waiting: no, max_latency: 24h, degradation: retry, partial_async: 40%}}
                  - {name: w3, match: {key: w3}, recurring: true}
                waivers: [{workload: w1, owner: cx, reason: contract, expires: 2027-03-31}]
                """;
    }

    /// @param logged whether some of the callers log their costs
    List<Entry> draw(LocalDate from, LocalDate until, boolean logged) {
        List<Entry> entries = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Call call = call("w" + caller, logged && random.nextBoolean());
            int daily = 1 + random.nextInt(12);
            from.datesUntil(until).forEach(day -> {
                for (int i = 0; i < daily; i++) {
                    entries.add(new Entry(instant(day), vary(call)));
                }
            });
        }
        return entries;
    }

    private Instant instant(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(random.nextInt(86_000));
    }

    private Call call(String key, boolean logged) {
        String model = MODELS.get(random.nextInt(MODELS.size()));
        boolean cached = model.contains("haiku") || model.contains("gemini") || model.contains("5.6");
        String tier = model.contains("5.6") && random.nextBoolean() ? "priority" : "standard";
        return new Call(
                key,
                model,
                "chat",
                "",
                tier,
                100_000 + random.nextInt(900_000),
                cached ? random.nextInt(100_000) : 0,
                random.nextInt(50_000),
                logged ? "1 USD" : "");
    }

    private Call vary(Call call) {
        String cost = call.cost().isEmpty() ? "" : "0." + (1_000_000 + random.nextInt(8_999_999)) + " USD";
        return new Call(
                call.key(),
                call.model(),
                call.operation(),
                call.region(),
                call.tier(),
                call.input() + random.nextInt(1_000),
                call.cached(),
                call.output() + random.nextInt(1_000),
                cost);
    }

    static String text(List<Entry> entries) {
        LogRows rows = new LogRows();
        entries.forEach(entry -> rows.add(entry.start(), entry.call()));
        return rows.text();
    }
}
