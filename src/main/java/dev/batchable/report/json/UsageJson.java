package dev.batchable.report.json;

import dev.batchable.price.RatedWorkload.Recurrence;
import dev.batchable.report.WorkloadUsage;
import dev.batchable.report.WorkloadUsage.Outcomes;
import dev.batchable.report.WorkloadUsage.Peaks;
import dev.batchable.report.WorkloadUsage.Percentiles;
import dev.batchable.report.WorkloadUsage.TokenSums;

/// What a workload did: `requests` to `recurrence`.
final class UsageJson {
    private UsageJson() {}

    static void write(WorkloadUsage usage, JsonOut out) {
        out.value("requests", usage.requests())
                .object("tokens", usage.tokens(), UsageJson::writeTokens)
                .object("outcomes", usage.outcomes(), UsageJson::writeOutcomes)
                .objectOrNull("latencyMs", usage.latency(), UsageJson::writePercentiles)
                .objectOrNull("ttftMs", usage.firstToken(), UsageJson::writePercentiles)
                .values("hourOfWeek", usage.hourOfWeek())
                .object("peaks", usage.peaks(), UsageJson::writePeaks)
                .value("recurrence", usage.recurrence());
    }

    static WorkloadUsage read(JsonIn in) {
        return new WorkloadUsage(
                in.countOrNull("requests"),
                in.object("tokens", UsageJson::readTokens),
                in.object("outcomes", UsageJson::readOutcomes),
                in.objectOrNull("latencyMs", UsageJson::readPercentiles),
                in.objectOrNull("ttftMs", UsageJson::readPercentiles),
                in.counts("hourOfWeek"),
                in.object("peaks", UsageJson::readPeaks),
                in.choice("recurrence", Recurrence.class));
    }

    static void writePeaks(Peaks peaks, JsonOut out) {
        out.value("requestsPerMinute", peaks.requestsPerMinute()).value("tokensPerMinute", peaks.tokensPerMinute());
    }

    static Peaks readPeaks(JsonIn in) {
        return new Peaks(in.countOrNull("requestsPerMinute"), in.countOrNull("tokensPerMinute"));
    }

    private static void writeTokens(TokenSums tokens, JsonOut out) {
        out.value("input", tokens.input())
                .value("cacheRead", tokens.cacheRead())
                .value("cacheWrite", tokens.cacheWrite())
                .value("output", tokens.output())
                .value("reasoning", tokens.reasoning());
    }

    private static TokenSums readTokens(JsonIn in) {
        return new TokenSums(
                in.count("input"),
                in.count("cacheRead"),
                in.count("cacheWrite"),
                in.count("output"),
                in.count("reasoning"));
    }

    private static void writeOutcomes(Outcomes outcomes, JsonOut out) {
        out.value("ok", outcomes.ok())
                .value("failed", outcomes.failed())
                .value("rateLimited", outcomes.rateLimited())
                .value("timeout", outcomes.timeout())
                .value("cancelled", outcomes.cancelled())
                .value("unknown", outcomes.unknown());
    }

    private static Outcomes readOutcomes(JsonIn in) {
        return new Outcomes(
                in.count("ok"),
                in.count("failed"),
                in.count("rateLimited"),
                in.count("timeout"),
                in.count("cancelled"),
                in.count("unknown"));
    }

    private static void writePercentiles(Percentiles percentiles, JsonOut out) {
        out.value("p50", percentiles.p50()).value("p95", percentiles.p95()).value("p99", percentiles.p99());
    }

    private static Percentiles readPercentiles(JsonIn in) {
        return new Percentiles(in.count("p50"), in.count("p95"), in.count("p99"));
    }
}
