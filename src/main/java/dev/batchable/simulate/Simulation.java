package dev.batchable.simulate;

import dev.batchable.checklist.Verdict;
import dev.batchable.price.CompletionDistribution;
import dev.batchable.price.Range;
import dev.batchable.record.Tier;
import dev.batchable.record.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What came out of replaying the arrivals of workloads through their target tiers.
///
/// @param workloads simulated ones, by name
/// @param queues each with the workloads that share it, by name
/// @param leftOut workloads asked for but not simulated; all undecided ones where nothing is movable
/// @param hours the queue by the hour in the first run
/// @param assumptions one sentence each
public record Simulation(
        Setup setup,
        List<Workload> workloads,
        List<Queue> queues,
        List<LeftOut> leftOut,
        List<QueueHour> hours,
        List<String> assumptions) {
    public Simulation {
        workloads = List.copyOf(workloads);
        queues = List.copyOf(queues);
        leftOut = List.copyOf(leftOut);
        hours = List.copyOf(hours);
        assumptions = List.copyOf(assumptions);
    }

    /// What decides the result besides the logs and the policy.
    public record Setup(long seed, long runs, Window window, String currency) {}

    /// Why a workload was not simulated.
    public record LeftOut(String workload, Verdict verdict, String reason) {}

    /// One workload.
    ///
    /// @param money empty where no price is known for the target
    /// @param assumptions of this workload, one sentence each
    public record Workload(
            String name,
            Verdict verdict,
            Plan plan,
            Figures figures,
            Optional<Cost> money,
            DeferredLevel level,
            List<String> assumptions) {
        public Workload {
            assumptions = List.copyOf(assumptions);
        }
    }

    /// How it would be run.
    ///
    /// @param share of its realtime calls that moves, 0–1
    /// @param deadline after each call
    /// @param deadlineOrigin such as `declared`
    /// @param lead how long before their deadline calls without a result are run again on realtime, at most
    public record Plan(
            Tier target,
            BigDecimal share,
            Duration deadline,
            String deadlineOrigin,
            Submission submission,
            Duration lead,
            CompletionDistribution completion) {}

    /// What became of its calls; arrived = completed + cancelled + expired + unsent + pending in every run.
    ///
    /// @param hitRate completed ÷ those that are not pending
    /// @param fallbackShare fell back ÷ those that are not pending
    /// @param late results after their deadline, all of them of re-runs
    public record Figures(
            long arrived,
            long tokens,
            Spread completed,
            Spread fellBack,
            Reasons reasons,
            Spread pending,
            Spread late,
            Spread hitRate,
            Spread fallbackShare,
            Ages ages,
            Waiting waiting,
            Batches batches) {}

    /// Fallbacks by their reason, in calls.
    public record Reasons(Spread cancelled, Spread expired, Spread unsent) {}

    /// Seconds from a call until it left the queue, and until its result.
    public record Ages(Spread p50, Spread p95, Spread max, Spread resultP99) {}

    /// The backlog.
    public record Waiting(Spread maxRequests, Spread meanRequests, Spread maxTokens, Spread meanTokens) {}

    /// @param largestRequests calls in the largest batch submitted
    public record Batches(Spread submitted, Spread largestRequests, Spread largestTokens) {}

    /// Money over the window, in the report's currency.
    ///
    /// @param perCall mean realtime cost of a call that moves
    /// @param fallback what calls cost that fell back
    /// @param lateCharge what the provider charges for results that came too late or not at all, expected
    /// @param saving what the settled calls save after all of that, at the expected price of the target
    /// @param projected what the audit projects at this deadline; by it `missShare` of calls miss the deadline
    public record Cost(
            BigDecimal perCall,
            Spread fallback,
            Spread lateCharge,
            Spread saving,
            Range projected,
            BigDecimal missShare) {}

    /// The proposed service level of deferred work: this share of results within `within` of the call.
    ///
    /// @param kept whether every run keeps it before the deadline
    /// @param alertAge age of the oldest call at which to alert
    /// @param alerts how often that would have been
    public record DeferredLevel(
            BigDecimal share, Duration within, boolean kept, Duration alertAge, Spread alerts, String errorBudget) {}

    /// One queue of a provider with all that draw on it.
    ///
    /// @param cap empty where none is known
    /// @param heldSeconds time in which the cap kept a batch from being submitted
    /// @param mostEnqueued at once, in the unit of the cap; in calls where there is none
    /// @param realtime service levels of what stays on realtime in the quota domain
    public record Queue(
            String domain,
            Tier target,
            List<String> workloads,
            Optional<Cap> cap,
            Spread heldSeconds,
            Spread mostEnqueued,
            Headroom headroom,
            List<RealtimeLevel> realtime) {
        public Queue {
            workloads = List.copyOf(workloads);
            realtime = List.copyOf(realtime);
        }
    }

    /// The busiest minute of the quota domain before and after the move, re-runs of fallbacks included; what is
    /// freed is the difference, negative where re-runs make a new peak.
    ///
    /// @param unknown why it is not known; empty where it is
    public record Headroom(Optional<String> unknown, Optional<Peak> requests, Optional<Peak> tokens) {}

    /// Per minute.
    public record Peak(long before, Spread after, Spread freed) {}

    /// The proposed service level of a workload that stays on realtime.
    ///
    /// @param p95Millis latency that 95 % of calls keep to; empty where no log tells latency
    public record RealtimeLevel(
            String workload, OptionalLong p95Millis, OptionalLong p99Millis, OptionalLong timeoutMillis) {}

    /// The queue of a workload at the end of an hour, in the first run.
    ///
    /// @param hour start, in hours since 1970-01-01T00:00Z
    /// @param arrived calls that came within the hour; `completed` and `fellBack` likewise
    /// @param waiting calls without a result at its end
    /// @param oldestSeconds age of the oldest of them; 0 where none waits
    public record QueueHour(
            long hour,
            String workload,
            long arrived,
            long completed,
            long fellBack,
            long waiting,
            long waitingTokens,
            long oldestSeconds) {}
}
