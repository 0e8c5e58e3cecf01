package dev.batchable.input;

/// The fixed reasons for which a unit is recognised and yet no provider call.
public final class Ignored {
    /// Served by a gateway's own cache: the provider never saw it, so it cost nothing. Counted apart as
    /// `cacheServed`.
    public static final String GATEWAY_CACHE = "served by the gateway's cache";
    /// Creating, listing or cancelling a batch, a file upload or download: carries no tokens of its own.
    public static final String ADMINISTRATION = "file or batch administration";
    /// A tool or MCP call that passed through the gateway.
    public static final String TOOL_CALL = "tool call, not a model call";
    /// A bucket, a page or a trace that holds nothing.
    public static final String EMPTY = "empty";
    /// A span, run or call that repeats what the model calls below it report.
    public static final String WRAPPER = "wrapper of other calls";
    /// A line, row or span that tells more about a call that is counted elsewhere.
    public static final String PART = "part of a call counted once";
    /// A line about the session or trace, such as a user's turn or a setting.
    public static final String CONTEXT = "context of calls, not a model call";

    /// A row that sums the rows above it.
    public static final String TOTAL = "total of other rows";

    private Ignored() {}
}
