package dev.batchable.render;

import dev.batchable.policy.Glob;
import java.util.Optional;
import java.util.OptionalInt;

/// How text is laid out, and which workloads it lists; forms meant for programs always hold all.
///
/// @param width columns of the page; below [#NARROWEST] it is taken as that
/// @param top how many workloads to list, the rest in one sum; empty for all
/// @param workload which workloads to list, by name; empty for all
public record RenderOptions(int width, OptionalInt top, Optional<Glob> workload) {
    /// The table of workloads does not fit into less.
    public static final int NARROWEST = 72;

    public static final RenderOptions DEFAULT = new RenderOptions(80, OptionalInt.empty(), Optional.empty());

    public RenderOptions {
        width = Math.max(NARROWEST, width);
    }

    public RenderOptions withWidth(int columns) {
        return new RenderOptions(columns, top, workload);
    }
}
