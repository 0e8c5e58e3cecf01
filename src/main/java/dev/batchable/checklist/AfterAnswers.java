package dev.batchable.checklist;

import dev.batchable.checklist.Conversation.Entry;
import dev.batchable.checklist.Conversation.Role;
import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.EvidenceRules;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.price.RatedLine;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.SessionSample;
import dev.batchable.record.Field;
import dev.batchable.record.Streaming;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Calls that come after the answer a user reads: titles, summaries, memories, ratings.
///
/// Streamed answers are read as they come. Where streamed calls of another workload belong to the same sessions,
/// those are the answers; the samples of two workloads hold the same sessions, since they are drawn by one hash,
/// up to the smaller of their largest hashes. Else the calls of one model may follow those of another inside the
/// workload. Then nothing tells whether the first answer was shown or only fed to the second call, as where a
/// small model puts a large one's plan into words; the share is told but leans nowhere, unless the others stream.
final class AfterAnswers {
    /// Streamed workloads by the hash of their sampled sessions.
    private final Map<Long, List<Place>> streamed;

    private record Place(Subject subject, SessionSample.Session session) {}

    private AfterAnswers(Map<Long, List<Place>> streamed) {
        this.streamed = streamed;
    }

    /// What was found for one workload.
    ///
    /// @param share of its spend that comes after answers, 0–1, whole percents rounded down; 0 where it is not told
    /// @param lean batch where the answers are known to be shown
    record Found(BigDecimal share, Lean lean, List<Evidence> evidence) {}

    static AfterAnswers of(List<Subject> subjects) {
        Map<Long, List<Place>> streamed = new HashMap<>();
        for (Subject subject : subjects) {
            if (EvidenceRules.STREAMED_SHARE.reachedBy(subject.streamedShare()) && tellsEnds(subject)) {
                sessions(subject)
                        .forEach(session -> streamed.computeIfAbsent(session.hash(), any -> new ArrayList<>())
                                .add(new Place(subject, session)));
            }
        }
        return new AfterAnswers(streamed);
    }

    /// Empty where sessions or durations are not told, or hardly anything comes after answers. What is streamed
    /// as a whole is read as a whole.
    Optional<Found> of(Subject subject) {
        return tellsEnds(subject) && !subject.profile().key().streaming().equals(Optional.of(Streaming.STREAMED))
                ? beside(subject).or(() -> within(subject))
                : Optional.empty();
    }

    /// Ends are starts where the duration is not told, and everything would seem to follow at once.
    private static boolean tellsEnds(Subject subject) {
        double share = Math.max(
                subject.profile().coverage().share(Field.LATENCY),
                subject.profile().coverage().share(Field.END));
        return Rules.AFTERCARE_SHARE.reachedBy(share);
    }

    private static List<SessionSample.Session> sessions(Subject subject) {
        return subject.profile().audience().sessions().sessions().stream()
                .filter(session -> !session.calls().isEmpty())
                .toList();
    }

    private Optional<Found> beside(Subject subject) {
        List<SessionSample.Session> shared = sessions(subject).stream()
                .filter(session -> streamed.containsKey(session.hash()))
                .toList();
        if (!EvidenceRules.SESSIONS.reachedBy(shared.size())) {
            return Optional.empty();
        }
        long last = lastOfAll(subject, shared);
        List<Conversation> all = conversations(subject, last, call -> Role.CANDIDATE);
        Aftercare whole = Aftercare.of(all);
        if (whole.prevails() && Rules.AFTERCARE_STREAMED.keptBy(subject.streamedShare())) {
            Evidence evidence = whole.evidence(subject, "calls in sessions with streamed answers", Lean.BATCH);
            return Optional.of(new Found(withSession(subject), Lean.BATCH, List.of(evidence)));
        }
        return byModel(
                subject,
                model -> Lean.BATCH,
                model -> conversations(subject, last, call -> call.model() == model ? Role.CANDIDATE : Role.OTHER));
    }

    /// The last session up to which the samples of all workloads that share some hold every one there was.
    private long lastOfAll(Subject subject, List<SessionSample.Session> shared) {
        return shared.stream()
                .flatMap(session -> streamed.getOrDefault(session.hash(), List.of()).stream())
                .mapToLong(place -> largestHash(place.subject()))
                .reduce(largestHash(subject), Math::min);
    }

    /// The last session up to which the sample holds every one there was.
    private static long largestHash(Subject subject) {
        SessionSample sample = subject.profile().audience().sessions();
        return sample.complete()
                ? Long.MAX_VALUE
                : sample.sessions().stream()
                        .mapToLong(SessionSample.Session::hash)
                        .max()
                        .orElse(Long.MAX_VALUE);
    }

    private List<Conversation> conversations(Subject subject, long last, Function<SessionSample.Call, Role> roles) {
        return sessions(subject).stream()
                .filter(session -> session.hash() <= last)
                .map(session -> {
                    List<Entry> entries = new ArrayList<>(entries(session, roles));
                    streamed.getOrDefault(session.hash(), List.of())
                            .forEach(place -> entries.addAll(entries(place.session(), call -> Role.ANSWER)));
                    return new Conversation(entries);
                })
                .toList();
    }

    private static List<Entry> entries(SessionSample.Session session, Function<SessionSample.Call, Role> roles) {
        return session.calls().stream()
                .map(call -> new Entry(call.startMillis(), call.endMillis(), roles.apply(call)))
                .toList();
    }

    private static Optional<Found> within(Subject subject) {
        return byModel(
                subject,
                model -> othersShown(subject, model),
                model -> sessions(subject).stream()
                        .map(session -> new Conversation(
                                entries(session, call -> call.model() == model ? Role.CANDIDATE : Role.ANSWER)))
                        .toList());
    }

    /// The models whose calls nearly all come after answers, with their share of the spend.
    private static Optional<Found> byModel(
            Subject subject, Function<Long, Lean> leans, Function<Long, List<Conversation>> conversations) {
        List<Found> found = models(subject).entrySet().stream()
                .flatMap(model -> ofModel(
                        subject,
                        model.getValue(),
                        leans.apply(model.getKey()),
                        Aftercare.of(conversations.apply(model.getKey())))
                        .stream())
                .toList();
        BigDecimal share = found.stream().map(Found::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal rounded = share.multiply(withSession(subject)).setScale(2, RoundingMode.DOWN);
        boolean shown = found.stream().allMatch(each -> each.lean() == Lean.BATCH);
        List<Evidence> evidence =
                found.stream().flatMap(each -> each.evidence().stream()).toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(rounded, shown ? Lean.BATCH : Lean.NEITHER, evidence));
    }

    private static Optional<Found> ofModel(Subject subject, RatingKey.ModelRef model, Lean lean, Aftercare aftercare) {
        BigDecimal spend = share(subject, SessionSample.hash(model));
        if (!aftercare.prevails() || !isAside(subject, model, spend)) {
            return Optional.empty();
        }
        String what =
                "calls to " + model.model().orElse("?") + " (" + Wording.percent(spend.doubleValue()) + " of spend)";
        return Optional.of(new Found(spend, lean, List.of(aftercare.evidence(subject, what, lean))));
    }

    /// Whether the calls to all other models are streamed, so that they are the answers that users read.
    private static Lean othersShown(Subject subject, long hash) {
        long others = subject.requests(key -> SessionSample.hash(key.model()) != hash);
        long streams = subject.requests(
                key -> SessionSample.hash(key.model()) != hash && key.streaming() == Streaming.STREAMED);
        return EvidenceRules.STREAMED_SHARE.reachedBy((double) streams / Math.max(1, others))
                ? Lean.BATCH
                : Lean.NEITHER;
    }

    private static boolean isAside(Subject subject, RatingKey.ModelRef model, BigDecimal spend) {
        long calls = subject.requests(key -> key.model().equals(model));
        long streams = subject.requests(key -> key.model().equals(model) && key.streaming() == Streaming.STREAMED);
        return Rules.AFTERCARE_STREAMED.keptBy((double) streams / Math.max(1, calls))
                && spend.doubleValue() < Rules.AFTERCARE_SPEND.value();
    }

    private static Map<Long, RatingKey.ModelRef> models(Subject subject) {
        Map<Long, RatingKey.ModelRef> models = new TreeMap<>();
        subject.profile().usage().rows().keySet().stream()
                .map(RatingKey::model)
                .forEach(model -> models.putIfAbsent(SessionSample.hash(model), model));
        return models;
    }

    private static BigDecimal share(Subject subject, long hash) {
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal own = BigDecimal.ZERO;
        for (RatedLine line : subject.workload().lines()) {
            RatedLine.Place place = line.place();
            RatingKey.ModelRef model =
                    new RatingKey.ModelRef(Optional.of(place.provider()), Optional.of(place.model()), Optional.empty());
            all = all.add(line.amount());
            own = SessionSample.hash(model) == hash ? own.add(line.amount()) : own;
        }
        return all.signum() == 0 ? BigDecimal.ZERO : own.divide(all, 4, RoundingMode.DOWN);
    }

    /// What carries no session was not looked at, and stays.
    private static BigDecimal withSession(Subject subject) {
        long told = subject.profile().audience().sessions().requestsWithSession();
        double share = Math.min(1, (double) told / Math.max(1, subject.requests()));
        return Rules.AFTERCARE_SHARE.reachedBy(share)
                ? BigDecimal.ONE
                : BigDecimal.valueOf(share).setScale(2, RoundingMode.DOWN);
    }
}
