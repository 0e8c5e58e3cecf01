package dev.batchable.input;

/// A unit that could not be used.
///
/// @param line the line it begins on, counted from 1
/// @param reason what was found and what was expected; never prompt text
public record Problem(long line, String reason) {}
