package dev.batchable.render;

import java.util.List;

/// A name that fits no workload, or several; the message lists candidates.
public final class UnknownWorkloadException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String message;
    private final transient List<String> candidates;

    UnknownWorkloadException(String message, List<String> candidates) {
        super(message);
        this.message = message;
        this.candidates = List.copyOf(candidates);
    }

    @Override
    public String getMessage() {
        return message;
    }

    /// The workloads it may have meant, by name.
    public List<String> candidates() {
        return candidates;
    }
}
