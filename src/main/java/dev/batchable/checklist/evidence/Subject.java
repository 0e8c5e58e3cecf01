package dev.batchable.checklist.evidence;

import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.policy.Policy;
import dev.batchable.policy.WorkloadRule;
import dev.batchable.price.RatedWorkload;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.record.Streaming;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// One workload as the questions see it. What several questions look at, and with every supposition again, is
/// found once.
public final class Subject {
    private static final Duration WIDEST_BUCKET = Duration.ofHours(1);

    private final RatedWorkload workload;
    private final Policy policy;
    private final ChecklistSettings settings;
    private final List<Run> runs;
    private final Optional<Schedule> schedule;
    private final Optional<Mixture> mixture;

    private Subject(RatedWorkload workload, Policy policy, ChecklistSettings settings) {
        this.workload = workload;
        this.policy = policy;
        this.settings = settings;
        runs = Run.of(workload.profile().activity());
        schedule = Schedule.of(this);
        mixture = Mixture.of(this);
    }

    public static Subject of(RatedWorkload workload, Policy policy, ChecklistSettings settings) {
        return new Subject(workload, policy, settings);
    }

    public RatedWorkload workload() {
        return workload;
    }

    public Policy policy() {
        return policy;
    }

    public ChecklistSettings settings() {
        return settings;
    }

    /// All its runs, in order of time.
    public List<Run> runs() {
        return runs;
    }

    /// Empty where too few runs repeat, or too much strays.
    public Optional<Schedule> schedule() {
        return schedule;
    }

    /// Empty where no runs of a job stand out of other traffic.
    public Optional<Mixture> mixture() {
        return mixture;
    }

    public WorkloadProfile profile() {
        return workload.profile();
    }

    public String name() {
        return profile().key().name();
    }

    public DeclaredAnswers declared() {
        return profile().rule().map(WorkloadRule::answers).orElse(DeclaredAnswers.NONE);
    }

    public List<String> declaredBlockers() {
        return profile().rule().map(WorkloadRule::blockers).orElse(List.of());
    }

    public long requests() {
        return requests(key -> true);
    }

    public long requests(Predicate<RatingKey> wanted) {
        return profile().usage().total(wanted).requests();
    }

    public double streamedShare() {
        long streamed = requests(key -> key.streaming() == Streaming.STREAMED);
        long known = requests(key -> key.streaming() != Streaming.UNKNOWN);
        return known == 0 ? 0 : (double) streamed / known;
    }

    public long days() {
        Set<LocalDate> days = new TreeSet<>();
        profile().usage().rows().values().forEach(byDay -> days.addAll(byDay.keySet()));
        return days.size();
    }

    public List<Run> largeRuns() {
        return runs.stream().filter(Run::large).toList();
    }

    /// Whether the slots of the series are an hour or less: wider buckets show no runs.
    public boolean showsRuns() {
        return profile().activity().resolution().compareTo(WIDEST_BUCKET) <= 0;
    }

    /// Whether slots are minutes, and stamps as fine; buckets say by their width how fine they are.
    public boolean showsMinutes() {
        return showsMinutes(profile());
    }

    static boolean showsMinutes(WorkloadProfile profile) {
        boolean bucketsOnly =
                profile.coverage().bucketRows() == profile.coverage().rows();
        return profile.activity().resolution().toMinutes() <= 1
                && (bucketsOnly
                        || profile.coverage().stampMillis()
                                <= Duration.ofMinutes(1).toMillis());
    }

    /// Why observations are not enough for an answer; empty where they are.
    public Optional<String> tooLittleData() {
        if (!settings.dataMinimum()
                || EvidenceRules.MIN_RUNS.reachedBy(largeRuns().size())) {
            return Optional.empty();
        }
        long requests = requests();
        long days = days();
        if (EvidenceRules.MIN_CALLS.reachedBy(requests) && EvidenceRules.MIN_DAYS.reachedBy(days)) {
            return Optional.empty();
        }
        return Optional.of("too little data: " + Wording.count(requests) + " calls on " + days
                + " days; 30 calls on 3 days, or three runs, are needed");
    }

    String period() {
        LocalDate first = LocalDate.ofInstant(profile().activity().first(), settings.zone());
        LocalDate last = LocalDate.ofInstant(profile().activity().last(), settings.zone());
        return first + "/" + last;
    }

    public Evidence evidence(String signal, String found, String expected, long samples, Lean lean) {
        return new Evidence(signal, found, expected, samples, period(), lean);
    }
}
