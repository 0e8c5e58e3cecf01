package dev.batchable.record;

import java.util.Set;

/// Everything a request log might tell about a call. Formats declare which of these they can provide; a profile
/// counts how often each was present, so that a missing field lowers confidence and never reads as zero.
public enum Field {
    /// Start of the request.
    START,
    /// End of the request, from which the latency is computed when the start is known too.
    END,
    LATENCY,
    /// First token: an instant or a duration since the start.
    FIRST_TOKEN,
    PROVIDER,
    MODEL,
    OPERATION,
    /// All prompt tokens, cache reads and cache writes included.
    INPUT_TOKENS,
    CACHE_READ_TOKENS,
    /// Cache writes whose time-to-live the source does not tell: counted as the shortest, five minutes.
    CACHE_WRITE_TOKENS,
    CACHE_WRITE_1H_TOKENS,
    /// Output tokens, reasoning included.
    OUTPUT_TOKENS,
    REASONING_TOKENS,
    COST,
    CURRENCY,
    STATUS,
    HTTP_STATUS,
    ERROR,
    STREAM,
    RETRIES,
    SERVICE_TIER,
    REGION,
    REQUEST_ID,
    SESSION,
    USER,
    USER_AGENT,
    /// An explicit workload tag: `workload`, `feature` or `use_case`.
    WORKLOAD,
    KEY_ALIAS,
    KEY_ID,
    SERVICE,
    PROJECT,
    TEAM,
    TAGS,
    /// The gateway answered from its own cache; the provider never saw the call.
    CACHE_HIT,
    /// A cache key or prompt hash that the source supplies; never one computed from stored prompts.
    REPEAT_KEY,
    /// Calls that one row stands for (a batch job, a bucket).
    REQUEST_COUNT,
    /// Calls that failed in such a row, where the source counts only the successful ones in [#REQUEST_COUNT].
    FAILED_COUNT,
    /// Width of a usage bucket; its presence makes a row a bucket and not a request.
    BUCKET_SECONDS,
    /// What the units of one call or trace have in common, as [Part#group].
    GROUP,
    /// The name of the call within its group, as [Part#call].
    CALL,
    /// As [Part#parent].
    PARENT,
    /// As [Part#witness].
    WITNESS,
    /// The name of a span or run.
    NAME;

    private static final Set<Field> PLACES = Set.of(GROUP, CALL, PARENT, WITNESS, NAME);

    /// Whether it tells where a unit stands rather than what the call was: no request holds it, no mapping names it.
    public boolean isPlace() {
        return PLACES.contains(this);
    }
}
