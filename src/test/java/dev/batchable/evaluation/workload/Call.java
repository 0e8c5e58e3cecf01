package dev.batchable.evaluation.workload;

import dev.batchable.record.Request;

/// A call with the truth about it.
public record Call(Request request, Label label) {}
