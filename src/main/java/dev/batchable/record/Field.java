package dev.batchable.record;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
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
    /// What the upstream provider charged besides, on its own bill, for calls with a key brought along.
    BYOK_COST,
    CURRENCY,
    STATUS,
    HTTP_STATUS,
    ERROR,
    STREAM,
    RETRIES,
    SERVICE_TIER,
    /// A mark beside the tier that decides it where it is set, such as `batch: true` or `speed: fast`.
    TIER_FLAG,
    REGION,
    /// Account, organization, subscription, resource or project at the provider, over which it counts rate limits.
    ACCOUNT,
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
    /// The name of a span, a run, an event or a deployment.
    NAME,
    /// What a unit is, where not every one is a call: the type of a line, the category of an entry, the mark of a tool
    /// call.
    KIND,
    /// The id or number of the unit itself, where it is not that of a call.
    UNIT,
    /// When the unit was written, where that is neither start nor end of the call.
    LOGGED,
    /// Version of the program that made the call, for its [#USER_AGENT].
    VERSION,
    /// Where or by what that program was started, for its [#USER_AGENT].
    ORIGIN,
    /// Prompt tokens that a provider's tools brought in and its count of prompt tokens leaves out.
    TOOL_TOKENS,
    /// What a format looks at besides: a map of counts, the payload of a line, a flag by which other fields mean
    /// something else.
    DETAIL;

    private static final Set<Field> PLACES = Collections.unmodifiableSet(EnumSet.range(GROUP, DETAIL));

    /// For people: `input tokens`.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Whether it serves to read a unit and tells nothing about the call by itself: where the unit stands, what it is,
    /// and of what other fields are made. No request holds it and no mapping names it.
    public boolean isPlace() {
        return PLACES.contains(this);
    }
}
