package dev.batchable.render;

import dev.batchable.price.catalog.QueueCap;
import dev.batchable.simulate.Cap;
import dev.batchable.simulate.Simulation;
import dev.batchable.simulate.Simulation.Peak;
import dev.batchable.simulate.Simulation.RealtimeLevel;
import java.math.BigDecimal;

/// One queue of a simulation, and the realtime limits beside it.
record SimulatedQueue(Simulation.Queue queue) {
    void on(Page page) {
        page.heading("Queue " + queue.domain() + " on " + queue.target().id());
        page.labelled("Shared by", String.join(", ", queue.workloads()));
        page.labelled("Cap", cap());
        page.labelled("Freed", freed());
        queue.realtime().forEach(level -> page.labelled("Realtime", level(level)));
    }

    private String cap() {
        String most = Spreads.count(queue.mostEnqueued());
        return queue.cap()
                .map(cap -> Figures.count(cap.most()) + " " + unit(cap) + " (" + cap.origin() + "); at most " + most
                        + " at once; a batch was kept waiting for "
                        + Spreads.time(queue.heldSeconds()))
                .orElse("none simulated; at most " + most + " calls at once");
    }

    private static String unit(Cap cap) {
        return cap.unit() == QueueCap.Unit.REQUESTS ? "calls" : "prompt tokens";
    }

    private String freed() {
        Simulation.Headroom headroom = queue.headroom();
        return headroom.unknown()
                .map(why -> "not known: " + why)
                .orElseGet(() -> headroom.requests()
                                .map(peak -> peak(peak, "calls"))
                                .orElse("") + "; "
                        + headroom.tokens().map(peak -> peak(peak, "tokens")).orElse(""));
    }

    private static String peak(Peak peak, String what) {
        return Spreads.count(peak.freed()) + " " + what + " a minute at the peak: " + Figures.count(peak.before())
                + " before, " + Spreads.count(peak.after()) + " after";
    }

    private static String level(RealtimeLevel level) {
        if (level.p95Millis().isEmpty()) {
            return level.workload() + ": its log tells no latency to promise from";
        }
        return level.workload() + ": 95 % of calls within "
                + millis(level.p95Millis().getAsLong()) + ", 99 % within "
                + millis(level.p99Millis().orElseThrow()) + "; time out after "
                + millis(level.timeoutMillis().orElseThrow());
    }

    private static String millis(long millis) {
        return millis < 1_000
                ? millis + "ms"
                : Figures.tenths(BigDecimal.valueOf(millis).movePointLeft(3)).replace(".0", "") + "s";
    }
}
