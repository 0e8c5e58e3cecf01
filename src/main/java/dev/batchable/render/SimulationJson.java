package dev.batchable.render;

import dev.batchable.price.Range;
import dev.batchable.report.json.JsonDocument;
import dev.batchable.report.json.JsonOut;
import dev.batchable.simulate.Cap;
import dev.batchable.simulate.Simulation;
import dev.batchable.simulate.Simulation.Ages;
import dev.batchable.simulate.Simulation.Cost;
import dev.batchable.simulate.Simulation.DeferredLevel;
import dev.batchable.simulate.Simulation.LeftOut;
import dev.batchable.simulate.Simulation.Peak;
import dev.batchable.simulate.Simulation.Plan;
import dev.batchable.simulate.Simulation.Queue;
import dev.batchable.simulate.Simulation.RealtimeLevel;
import dev.batchable.simulate.Simulation.Workload;
import dev.batchable.simulate.Spread;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;

/// A simulation for programs, member by member in the order of `docs/simulate.schema.json`. Durations are seconds.
final class SimulationJson implements SimulationRenderer {
    private static final long VERSION = 1;

    @Override
    public void render(Simulation simulation, int width, OutputStream out) throws IOException {
        JsonDocument.write(simulation, SimulationJson::write, out);
    }

    private static void write(Simulation simulation, JsonOut out) {
        Simulation.Setup setup = simulation.setup();
        out.value("schemaVersion", VERSION)
                .value("seed", setup.seed())
                .value("runs", setup.runs())
                .value("from", setup.window().from())
                .value("to", setup.window().to())
                .value("timeZone", setup.window().zone())
                .value("currency", setup.currency())
                .objects("workloads", simulation.workloads(), SimulationJson::workload)
                .objects("queues", simulation.queues(), SimulationJson::queue)
                .objects("leftOut", simulation.leftOut(), SimulationJson::leftOut)
                .values("assumptions", simulation.assumptions());
    }

    private static void workload(Workload workload, JsonOut out) {
        Simulation.Figures figures = workload.figures();
        out.value("name", workload.name())
                .value("verdict", workload.verdict())
                .object("plan", workload.plan(), SimulationJson::plan)
                .value("arrived", figures.arrived())
                .value("tokens", figures.tokens())
                .object("completed", figures.completed(), SimulationJson::spread)
                .object("fellBack", figures.fellBack(), SimulationJson::spread)
                .object("cancelled", figures.reasons().cancelled(), SimulationJson::spread)
                .object("expired", figures.reasons().expired(), SimulationJson::spread)
                .object("unsent", figures.reasons().unsent(), SimulationJson::spread)
                .object("pending", figures.pending(), SimulationJson::spread)
                .object("late", figures.late(), SimulationJson::spread)
                .object("hitRate", figures.hitRate(), SimulationJson::spread)
                .object("fallbackShare", figures.fallbackShare(), SimulationJson::spread)
                .object("queueAgeSeconds", figures.ages(), SimulationJson::ages)
                .object("backlog", figures.waiting(), SimulationJson::backlog)
                .object("batches", figures.batches(), SimulationJson::batches)
                .objectOrNull("money", workload.money(), SimulationJson::money)
                .object("level", workload.level(), SimulationJson::level)
                .values("assumptions", workload.assumptions());
    }

    private static void plan(Plan plan, JsonOut out) {
        out.value("target", plan.target())
                .value("share", plan.share())
                .value("deadlineSeconds", plan.deadline().toSeconds())
                .value("deadlineOrigin", plan.deadlineOrigin())
                .value("submission", plan.submission().text())
                .value("leadSeconds", plan.lead().toSeconds())
                .value("completionAssumed", plan.completion().assumed())
                .value("completionSource", plan.completion().source());
    }

    private static void ages(Ages ages, JsonOut out) {
        out.object("p50", ages.p50(), SimulationJson::spread)
                .object("p95", ages.p95(), SimulationJson::spread)
                .object("max", ages.max(), SimulationJson::spread)
                .object("resultP99", ages.resultP99(), SimulationJson::spread);
    }

    private static void backlog(Simulation.Waiting waiting, JsonOut out) {
        out.object("maxRequests", waiting.maxRequests(), SimulationJson::spread)
                .object("meanRequests", waiting.meanRequests(), SimulationJson::spread)
                .object("maxTokens", waiting.maxTokens(), SimulationJson::spread)
                .object("meanTokens", waiting.meanTokens(), SimulationJson::spread);
    }

    private static void batches(Simulation.Batches batches, JsonOut out) {
        out.object("submitted", batches.submitted(), SimulationJson::spread)
                .object("largestRequests", batches.largestRequests(), SimulationJson::spread)
                .object("largestTokens", batches.largestTokens(), SimulationJson::spread);
    }

    private static void money(Cost cost, JsonOut out) {
        out.value("perCall", plain(cost.perCall()))
                .object("fallback", cost.fallback(), SimulationJson::spread)
                .object("lateCharge", cost.lateCharge(), SimulationJson::spread)
                .object("saving", cost.saving(), SimulationJson::spread)
                .object("projected", cost.projected(), SimulationJson::range)
                .value("projectedMissShare", plain(cost.missShare()));
    }

    private static void level(DeferredLevel level, JsonOut out) {
        out.value("share", plain(level.share()))
                .value("withinSeconds", level.within().toSeconds())
                .value("kept", level.kept())
                .value("alertAgeSeconds", level.alertAge().toSeconds())
                .object("alerts", level.alerts(), SimulationJson::spread)
                .value("errorBudget", level.errorBudget());
    }

    private static void queue(Queue queue, JsonOut out) {
        out.value("domain", queue.domain())
                .value("target", queue.target())
                .values("workloads", queue.workloads())
                .objectOrNull("cap", queue.cap(), SimulationJson::cap)
                .object("heldSeconds", queue.heldSeconds(), SimulationJson::spread)
                .object("mostEnqueued", queue.mostEnqueued(), SimulationJson::spread)
                .value("headroomUnknown", queue.headroom().unknown())
                .objectOrNull("requestsPerMinute", queue.headroom().requests(), SimulationJson::peak)
                .objectOrNull("tokensPerMinute", queue.headroom().tokens(), SimulationJson::peak)
                .objects("realtime", queue.realtime(), SimulationJson::realtime);
    }

    private static void cap(Cap cap, JsonOut out) {
        out.value("unit", cap.unit()).value("most", cap.most()).value("origin", cap.origin());
    }

    private static void peak(Peak peak, JsonOut out) {
        out.value("before", peak.before())
                .object("after", peak.after(), SimulationJson::spread)
                .object("freed", peak.freed(), SimulationJson::spread);
    }

    private static void realtime(RealtimeLevel level, JsonOut out) {
        out.value("workload", level.workload())
                .value("p95Millis", level.p95Millis())
                .value("p99Millis", level.p99Millis())
                .value("timeoutMillis", level.timeoutMillis());
    }

    private static void leftOut(LeftOut left, JsonOut out) {
        out.value("workload", left.workload()).value("verdict", left.verdict()).value("reason", left.reason());
    }

    private static void spread(Spread spread, JsonOut out) {
        out.value("low", plain(spread.low()))
                .value("middle", plain(spread.middle()))
                .value("high", plain(spread.high()));
    }

    private static void range(Range range, JsonOut out) {
        out.value("low", plain(range.low()))
                .value("expected", plain(range.expected()))
                .value("high", plain(range.high()));
    }

    private static BigDecimal plain(BigDecimal figure) {
        return figure.signum() == 0 ? BigDecimal.ZERO : figure.stripTrailingZeros();
    }
}
