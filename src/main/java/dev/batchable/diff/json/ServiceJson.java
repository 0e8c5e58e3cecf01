package dev.batchable.diff.json;

import dev.batchable.diff.MovedWorkload;
import dev.batchable.diff.Service;
import dev.batchable.diff.ServiceChange;
import dev.batchable.diff.ServiceChange.Concern;
import dev.batchable.report.Estimate;
import dev.batchable.report.WorkloadUsage.Outcomes;
import dev.batchable.report.WorkloadUsage.Percentiles;
import dev.batchable.report.json.JsonOut;

/// `moved` and `service` of a comparison.
final class ServiceJson {
    private ServiceJson() {}

    static void moved(MovedWorkload moved, JsonOut out) {
        out.value("name", moved.name())
                .object("projected", moved.projected(), ServiceJson::estimate)
                .value("realised", moved.realised())
                .value("against", moved.against())
                .value("cacheLoss", moved.cacheLoss())
                .value("plannedShare", moved.planned())
                .value("movedShare", moved.moved())
                .object(
                        "because",
                        moved.because(),
                        (because, o) -> o.value("volume", because.volume())
                                .value("share", because.share())
                                .value("rest", because.rest()));
    }

    private static void estimate(Estimate estimate, JsonOut out) {
        out.value("low", estimate.low()).value("expected", estimate.expected()).value("high", estimate.high());
    }

    static void change(ServiceChange change, JsonOut out) {
        out.value("name", change.name())
                .value("role", change.role())
                .object("old", change.old(), ServiceJson::service)
                .object("new", change.now(), ServiceJson::service)
                .objects("concerns", change.concerns(), ServiceJson::concern);
    }

    private static void service(Service service, JsonOut out) {
        out.object("outcomes", service.ends(), ServiceJson::outcomes)
                .value("completionRate", service.completed())
                .value("timeoutRate", service.timedOut())
                .value("rateLimitedRate", service.rateLimited())
                .objectOrNull("latencyMs", service.latency(), ServiceJson::percentiles)
                .objectOrNull("ttftMs", service.firstToken(), ServiceJson::percentiles)
                .value("wasteShare", service.waste());
    }

    private static void outcomes(Outcomes ends, JsonOut out) {
        out.value("ok", ends.ok())
                .value("failed", ends.failed())
                .value("rateLimited", ends.rateLimited())
                .value("timeout", ends.timeout())
                .value("cancelled", ends.cancelled())
                .value("unknown", ends.unknown());
    }

    private static void percentiles(Percentiles latency, JsonOut out) {
        out.value("p50", latency.p50()).value("p95", latency.p95()).value("p99", latency.p99());
    }

    private static void concern(Concern concern, JsonOut out) {
        out.value("measure", concern.measure())
                .value("old", concern.old())
                .value("new", concern.now())
                .value("rule", concern.rule());
    }
}
