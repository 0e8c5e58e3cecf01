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
    public static final String EMPTY_BUCKET = "empty bucket";

    private Ignored() {}
}
