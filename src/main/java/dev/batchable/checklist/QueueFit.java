package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Run;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.price.catalog.QueueCap;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.Usage;
import dev.batchable.record.Tier;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// Whether the most that would be enqueued at once fits under the caps of the batch queue: the largest run, or the
/// largest day where runs are not shown, since a batch may wait for a day. Caps depend on the account's level, which
/// no log tells: what is reckoned with is the most generous level that is documented, and what a smaller one would
/// mean is said beside.
///
/// @param caps those documented for the model; none where nothing is documented
/// @param input prompt tokens, the largest run's at the workload's usual part of them
record QueueFit(Subject subject, List<QueueCap> caps, boolean byRun, long requests, long input) {
    private static final Comparator<QueueCap> SMALLEST =
            Comparator.comparingLong((QueueCap cap) -> cap.most().orElse(0)).thenComparing(QueueCap::level);

    /// For the batch tier; empty where none is offered.
    static Optional<QueueFit> of(Subject subject) {
        return Target.of(subject).stream()
                .filter(target -> target.tier() == Tier.BATCH)
                .map(Target::rule)
                .filter(TierRule.Offered.class::isInstance)
                .map(rule -> of(subject, ((TierRule.Offered) rule).limits()))
                .findFirst();
    }

    static QueueFit of(Subject subject, TierRule.JobLimits limits) {
        Usage all = subject.profile().usage().total();
        boolean byRun = subject.showsRuns() && !subject.runs().isEmpty();
        long tokens = subject.runs().stream().mapToLong(Run::tokens).max().orElse(0);
        double part = all.tokens().total() == 0
                ? 0
                : (double) all.tokens().input() / all.tokens().total();
        return new QueueFit(
                subject,
                matching(limits.queue(), Target.mainModel(subject)),
                byRun,
                byRun
                        ? subject.runs().stream().mapToLong(Run::requests).max().orElse(0)
                        : largestDay(subject, day -> day.requests()),
                byRun
                        ? Math.round(tokens * part)
                        : largestDay(subject, day -> day.tokens().input()));
    }

    private static long largestDay(Subject subject, ToLongFunction<Usage> figure) {
        Map<LocalDate, Usage> days = new TreeMap<>();
        subject.profile()
                .usage()
                .rows()
                .values()
                .forEach(byDay -> byDay.forEach((day, usage) -> days.merge(day, usage, Usage::plus)));
        return days.values().stream().mapToLong(figure).max().orElse(0);
    }

    /// Of the caps of one level the one whose model name is longest.
    static List<QueueCap> matching(List<QueueCap> caps, RatingKey.ModelRef model) {
        String name = model.model().orElse("").toLowerCase(Locale.ROOT);
        Map<String, QueueCap> byLevel = new TreeMap<>();
        for (QueueCap cap : caps) {
            if (length(cap, name) >= 0) {
                byLevel.merge(cap.level(), cap, (one, other) -> length(other, name) > length(one, name) ? other : one);
            }
        }
        return byLevel.values().stream().sorted(SMALLEST).toList();
    }

    private static int length(QueueCap cap, String name) {
        return cap.models().isEmpty()
                ? 0
                : cap.models().stream()
                        .filter(name::contains)
                        .mapToInt(String::length)
                        .max()
                        .orElse(-1);
    }

    private boolean untold(QueueCap cap) {
        return cap.most().isEmpty() || (cap.unit() == QueueCap.Unit.INPUT_TOKENS && input == 0);
    }

    private boolean exceeds(QueueCap cap) {
        return size(cap) > cap.most().orElse(Long.MAX_VALUE);
    }

    private long size(QueueCap cap) {
        return cap.unit() == QueueCap.Unit.REQUESTS ? requests : input;
    }

    Evidence evidence() {
        return subject.evidence(
                "queue-fit",
                size() + ": " + verdict(),
                "a cap of the batch queue that holds it",
                requests,
                Lean.NEITHER);
    }

    /// For the recipe, one sentence.
    String step() {
        if (caps.isEmpty() || caps.stream().anyMatch(this::untold)) {
            return "Look up how much the account may enqueue at once, against " + size() + ": " + verdict() + ".";
        }
        if (caps.stream().noneMatch(this::exceeds)) {
            return "Submit it at once: " + size() + " " + verdict() + ".";
        }
        return caps.stream().allMatch(this::exceeds)
                ? "Submit it in " + Wording.count(parts()) + " parts or more, each once the one before is done: "
                        + size() + " " + verdict() + "."
                : "Look up the account's level, and submit in parts below it: " + size() + " " + verdict() + ".";
    }

    /// As many as the most generous cap asks for; each is enqueued when the one before has left the queue. One where a
    /// cap is not known.
    long parts() {
        return isTold() ? parts(mostGenerous()) : 1;
    }

    private boolean isTold() {
        return !caps.isEmpty() && caps.stream().noneMatch(this::untold);
    }

    private long parts(QueueCap cap) {
        long most = Math.max(1, cap.most().orElse(Long.MAX_VALUE));
        return Math.max(1, -Math.floorDiv(-size(cap), most));
    }

    private QueueCap mostGenerous() {
        return caps.stream()
                .min(Comparator.comparingLong((QueueCap cap) -> parts(cap)).thenComparing(SMALLEST.reversed()))
                .orElseThrow();
    }

    /// What the number of parts rests on, one sentence; none where every documented cap holds it.
    List<String> assumption() {
        if (!isTold()) {
            return List.of("the batch queue is taken to hold the largest " + (byRun ? "run" : "day") + " at once: "
                    + verdict());
        }
        QueueCap taken = mostGenerous();
        List<String> smaller = caps.stream()
                .filter(cap -> parts(cap) > parts(taken))
                .map(cap -> Wording.plural(parts(cap), "part") + " at " + named(List.of(cap)))
                .toList();
        if (smaller.isEmpty() && parts(taken) == 1) {
            return List.of();
        }
        return List.of(size() + " goes to the queue "
                + (parts(taken) == 1 ? "at once" : "in " + turns(parts(taken)))
                + ", taking the account to be at the most generous level (" + named(List.of(taken)) + ")"
                + (smaller.isEmpty() ? "" : "; it would be " + String.join(", ", smaller)));
    }

    private static String turns(long parts) {
        return Wording.count(parts) + " parts, each once the one before is done";
    }

    private String size() {
        return "the largest " + (byRun ? "run" : "day") + " (" + Wording.plural(requests, "call")
                + (input == 0 ? "" : ", " + Wording.count(input) + " prompt tokens") + ")";
    }

    private String verdict() {
        if (caps.isEmpty()) {
            return "the queue's cap is not documented";
        }
        Optional<QueueCap> hidden =
                caps.stream().filter(cap -> cap.most().isEmpty()).findFirst();
        if (hidden.isPresent()) {
            return "the cap depends on the account's " + hidden.get().level()
                    + ", and the provider shows the figure to the account only";
        }
        if (caps.stream().anyMatch(this::untold)) {
            return "the cap counts prompt tokens, which the log does not tell";
        }
        List<QueueCap> over = caps.stream().filter(this::exceeds).toList();
        List<QueueCap> under = caps.stream().filter(cap -> !exceeds(cap)).toList();
        if (over.isEmpty()) {
            return "fits under every documented cap of the queue (" + named(caps) + ")";
        }
        return under.isEmpty()
                ? "exceeds every documented cap of the queue (" + named(caps) + ")"
                : "depends on the account's level: exceeds " + named(over) + ", fits " + named(under);
    }

    private static String named(List<QueueCap> caps) {
        return caps.stream()
                .map(cap -> cap.level() + ": " + Wording.count(cap.most().orElse(0))
                        + (cap.unit() == QueueCap.Unit.REQUESTS ? " requests" : " prompt tokens"))
                .collect(Collectors.joining(", "));
    }
}
