package dev.batchable.profile;

/// What a user agent, or else a scheduler's mark, says about who is at the other end.
public enum ClientKind {
    /// A browser or a chat, editor or mobile application.
    INTERACTIVE,
    /// A scheduler, a workflow engine, a continuous-integration runner, or a command-line agent in its headless
    /// mode.
    HEADLESS,
    /// A plain HTTP library or vendor SDK: says nothing either way.
    LIBRARY,
    /// A plain library or nothing known of the program, under tags or names that schedulers and pipelines give.
    MARKED_JOB
}
