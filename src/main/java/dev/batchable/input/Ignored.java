package dev.batchable.input;

/// The fixed reasons for which a unit is recognised and yet no provider call.
public final class Ignored {
    /// Served by a gateway's own cache: the provider never saw it, so it cost nothing. Counted apart as
    /// `cacheServed`.
    public static final String GATEWAY_CACHE = "served by the gateway's cache";
    /// Creating, listing or cancelling a batch, a file upload or download: carries no tokens of its own.
    public static final String ADMINISTRATION = "file or batch administration";
    /// A batch job that ended: its calls stand in its output, and it tells how long they took.
    public static final String BATCH_JOB = "batch job, for how long results took";
    /// A tool or MCP call that passed through the gateway.
    public static final String TOOL_CALL = "tool call, not a model call";
    /// A request that passed through the gateway to a service other than a model.
    public static final String OTHER_TRAFFIC = "request to another service, not a model call";
    /// Sessions, searches or storage of a provider's tools, counted beside the usage of models.
    public static final String TOOL_USAGE = "usage of tools or storage, not of a model";
    /// A bucket, a page or a trace that holds nothing.
    public static final String EMPTY = "empty";
    /// A span, run or call that repeats what the model calls below it report.
    public static final String WRAPPER = "wrapper of other calls";
    /// A span of a trace that has nothing to do with models: an HTTP request, a query, a document search.
    public static final String OTHER_SPAN = "span of something else";
    /// A line, row or span that tells more about a call that is counted elsewhere.
    public static final String PART = "part of a call counted once";
    /// A request of a batch that expired or was cancelled before its turn: never run and never charged.
    public static final String NOT_RUN = "request of a batch that was not run";
    /// A line about the session or trace, such as a user's turn or a setting.
    public static final String CONTEXT = "context of calls, not a model call";

    /// A row that sums the rows above it.
    public static final String TOTAL = "total of other rows";

    private Ignored() {}
}
