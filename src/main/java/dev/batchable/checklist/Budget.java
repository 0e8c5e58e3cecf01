package dev.batchable.checklist;

import dev.batchable.checklist.evidence.EvidenceRules;
import dev.batchable.checklist.evidence.Minutes;
import dev.batchable.checklist.evidence.Rule;
import dev.batchable.checklist.evidence.Run;
import dev.batchable.checklist.evidence.Schedule;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.policy.LatencyBudget;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// How long results may take after the call.
///
/// @param time what is planned with
/// @param limit what is certainly too slow; equal to `time` where declared
/// @param origin declared, or observed from a schedule
/// @param assumedDeadline the deadline that an observed budget stands on, such as `results by 08:30 instead of
///     03:00 (UTC)`
record Budget(Duration time, Duration limit, Answer.Origin origin, Optional<String> assumedDeadline) {
    static Budget declared(Duration time) {
        return new Budget(time, time, Answer.Origin.DECLARED, Optional.empty());
    }

    /// The declared budget. A time of day becomes the time that nine in ten runs left between their end and it;
    /// empty where none is declared, or where there are not three runs to measure from.
    static Optional<Budget> declared(Subject subject) {
        Optional<LatencyBudget> declared = subject.declared().maxLatency();
        if (declared.isPresent() && declared.get() instanceof LatencyBudget.Within within) {
            return Optional.of(declared(within.duration()));
        }
        if (declared.isPresent() && declared.get() instanceof LatencyBudget.By by) {
            return until(by.time(), subject).map(Budget::declared);
        }
        return Optional.empty();
    }

    private static Optional<Duration> until(LocalTime deadline, Subject subject) {
        List<Run> runs =
                subject.schedule().map(Schedule::runs).orElse(subject.showsRuns() ? subject.largeRuns() : List.of());
        ZoneId zone = subject.policy().zone();
        List<Duration> left =
                runs.stream().map(run -> left(run, deadline, zone)).sorted().toList();
        return EvidenceRules.MIN_RUNS.reachedBy(runs.size())
                ? Optional.of(left.get(left.size() / 10))
                : Optional.empty();
    }

    private static Duration left(Run run, LocalTime deadline, ZoneId zone) {
        Duration left = Duration.between(Minutes.at(run.end(), zone).toLocalTime(), deadline);
        return left.isNegative() ? left.plusDays(1) : left;
    }

    /// What a schedule supports by itself: a quarter of the time from a run's end to the next one's start. It
    /// refutes anything slower than all of that time. Empty where the runs keep no steady distance.
    ///
    /// @param zone zone in which the owner would declare a time of day
    static Optional<Budget> observed(Schedule schedule, ZoneId zone) {
        return schedule.period()
                .map(period -> period.minus(schedule.length()))
                .filter(rest -> rest.compareTo(Duration.ofMinutes(1)) >= 0)
                .map(rest -> {
                    Duration time = Duration.ofMinutes((long) (rest.toMinutes() * Rules.DEADLINE_PART.value()));
                    LocalTime end = schedule.usualEnd(zone);
                    String deadline = "results by " + Wording.clock(end.plus(time)) + " instead of "
                            + Wording.clock(end) + " (" + Wording.zone(zone) + ")";
                    return new Budget(time, rest, Answer.Origin.OBSERVED, Optional.of(deadline));
                });
    }

    boolean instant() {
        return limit.toSeconds() < Rules.INSTANT.value();
    }

    boolean shorterThan(Rule minutes) {
        return time.toMinutes() < minutes.value();
    }
}
