package dev.batchable.input;

/// An input that cannot be used, or only its beginning.
///
/// @param path the path as the user named it or as it was found in a directory
/// @param named whether the user named this very path, so that it must be usable
public record FileProblem(String path, String reason, boolean named) {}
