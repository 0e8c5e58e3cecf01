package dev.batchable.evaluation.workload;

import dev.batchable.record.UsageBucket;

/// A provider's total with the truth about its calls.
public record Total(UsageBucket bucket, Label label) {}
