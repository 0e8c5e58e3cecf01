package dev.batchable.record;

import java.util.OptionalInt;

/// How a call ended.
///
/// @param streaming as the source flags it or as the first token shows it
/// @param retries attempts before this one that the client or gateway made
public record Completion(Outcome outcome, Streaming streaming, OptionalInt retries) {}
