package dev.batchable.profile;

import dev.batchable.profile.SessionSample.Call;
import dev.batchable.profile.SessionSample.Session;
import dev.batchable.profile.sketch.DistinctCount;
import dev.batchable.profile.sketch.SessionSampler;
import dev.batchable.record.Request;
import dev.batchable.record.StableHash;
import dev.batchable.record.Tokens;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Users, sessions and clients behind calls; of ids only hashes are kept.
final class AudienceSketches {
    /// Sessions sampled per workload. Of 128, a share is known within 9 points (two standard errors at one
    /// half), which is enough to tell 94 % of sessions with long pauses from 9 %.
    static final int SAMPLED_SESSIONS = 128;

    private static final Comparator<Call> BY_START = Comparator.comparingLong(Call::startMillis)
            .thenComparingLong(Call::endMillis)
            .thenComparingLong(Call::inputTokens)
            .thenComparingLong(Call::model);

    private final DistinctCount users = new DistinctCount();
    private final SessionSampler sessions = new SessionSampler(SAMPLED_SESSIONS, SessionSample.MAX_CALLS);
    private final Map<ClientKind, Long> clients = new EnumMap<>(ClientKind.class);
    private long requestsWithSession;
    private long retried;

    /// @param model as [SessionSample#hash] gives it
    void add(Request request, long startMillis, Optional<ClientKind> client, long model) {
        long calls = request.call().count();
        Optional<String> user = request.identity().user();
        if (user.isPresent() && CallerNames.isSomebody(user.get())) {
            users.offer(StableHash.of(user.get()));
        }
        Optional<String> session = request.identity().session();
        if (session.isPresent() && !session.get().isBlank()) {
            requestsWithSession += calls;
            long end =
                    startMillis + Math.max(0, request.timing().latencyMillis().orElse(0));
            long input = request.tokens().orElse(Tokens.NONE).input();
            sessions.add(StableHash.of(session.get()), startMillis, end, input, model);
        }
        if (client.isPresent()) {
            clients.merge(client.get(), calls, Math::addExact);
        }
        if (request.completion().retries().orElse(0) > 0) {
            retried += calls;
        }
    }

    void merge(AudienceSketches other) {
        users.merge(other.users);
        sessions.merge(other.sessions);
        other.clients.forEach((kind, calls) -> clients.merge(kind, calls, Math::addExact));
        requestsWithSession += other.requestsWithSession;
        retried += other.retried;
    }

    Audience audience() {
        List<Session> sampled = sessions.sessions().entrySet().stream()
                .map(entry -> session(entry.getKey(), entry.getValue()))
                .toList();
        SessionSample sample = new SessionSample(sampled, sessions.complete(), requestsWithSession);
        return new Audience(users.estimate(), sample, clients, retried);
    }

    private static Session session(long hash, SessionSampler.Calls calls) {
        List<Call> byStart = IntStream.range(0, calls.size())
                .mapToObj(i -> new Call(calls.startMillis(i), calls.endMillis(i), calls.inputTokens(i), calls.model(i)))
                .sorted(BY_START)
                .toList();
        return new Session(hash, byStart, calls.count());
    }
}
