package dev.batchable.price.catalog;

import dev.batchable.record.Operation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What is documented of a tier at the provider of a model. "Offers none" and "nothing known" are different
/// answers: only the first is a reason to say that work cannot move there.
public sealed interface TierRule {
    /// The provider offers the tier.
    ///
    /// @param endpoint how to use it: path or request parameter
    /// @param operations what may be sent there; an operation that is missing is documented or assumed not to
    ///     be
    /// @param resultRetention how long results can be fetched; empty where not documented, or kept by the user
    record Offered(
            String endpoint,
            Completion completion,
            JobLimits limits,
            Quota quota,
            Set<Operation> operations,
            CacheRule cache,
            Optional<Duration> resultRetention,
            Source source)
            implements TierRule {
        public Offered {
            operations = Set.copyOf(operations);
        }
    }

    /// The provider is documented not to offer the tier, for all models or for this one.
    record NotOffered(String reason, Source source) implements TierRule {}

    /// Nothing is documented, or the model is not known.
    record Unknown(String reason) implements TierRule {}

    /// When results are there.
    ///
    /// @param window promised or targeted time from submission to the last result; for a synchronous tier, how
    ///     long a call may take, which is 15 minutes at OpenAI and Google and assumed to be where none is
    ///     stated
    /// @param expiry what a job is charged that misses its window
    record Completion(Behaviour behaviour, Duration window, Expiry expiry) {}

    /// Whether the caller waits on the connection.
    enum Behaviour {
        /// The call stays open and answers late.
        SYNCHRONOUS,
        /// A job is submitted and its results are fetched.
        ASYNCHRONOUS
    }

    /// What a job is charged that misses its window.
    enum Expiry {
        /// Nothing for requests without a result; finished requests at the tier's price.
        FINISHED_ONLY,
        /// Nothing expires: the job runs on until it is done or cancelled.
        NEVER_EXPIRES,
        NOT_DOCUMENTED
    }

    /// Sizes of one job or input file; empty where not documented, which is not "without limit".
    ///
    /// @param queue how much may wait in all jobs together, an entry for each level of account; empty where not
    ///     documented
    record JobLimits(OptionalLong minRequests, OptionalLong maxRequests, OptionalLong maxBytes, List<QueueCap> queue) {
        public JobLimits {
            queue = List.copyOf(queue);
        }
    }

    /// Whether work on the tier competes with realtime work for rate limits.
    enum Quota {
        SEPARATE,
        SHARED,
        NOT_DOCUMENTED
    }

    /// What becomes of prompt-cache hits on the tier.
    ///
    /// @param retention share of hits that the provider documents for the tier; empty where none is documented
    record CacheRule(Stacking stacking, Optional<HitRange> retention) {}

    /// Whether the cache discount and the tier discount multiply.
    enum Stacking {
        STACKS,
        /// Cached tokens cost on the tier what they cost at standard.
        CACHE_WINS,
        NOT_DOCUMENTED
    }

    /// A documented range of cache-hit shares, each 0–1.
    record HitRange(BigDecimal low, BigDecimal high) {}
}
