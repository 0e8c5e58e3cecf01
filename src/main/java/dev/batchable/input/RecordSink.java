package dev.batchable.input;

import dev.batchable.record.BatchJob;
import dev.batchable.record.BillingLine;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.UsageBucket;

/// Receives what a file holds. Every unit of a file (a data row, a JSON document of a stream, an element of a
/// document's array) leads to exactly one of these calls, so that units = records + ignored + problems; copies
/// are told apart later.
public interface RecordSink {
    void request(Request request);

    /// A unit that tells of a call only together with others; what became of it is known when all inputs are read.
    void part(Part part);

    void bucket(UsageBucket bucket);

    void charge(BillingLine line);

    /// A call that a gateway answered from its own cache: ignored as [Ignored#GATEWAY_CACHE], but a copy of it is a
    /// duplicate like any other.
    void cacheServed(Request request);

    /// A job of a batch API: ignored as [Ignored#BATCH_JOB], since its calls stand elsewhere; it tells how long they
    /// took.
    void batchJob(BatchJob job);

    /// A unit that is recognised and is no provider call.
    ///
    /// @param reason one of a few fixed texts, counted by itself, such as [Ignored#GATEWAY_CACHE]
    void ignored(String reason);

    /// A unit that could not be used.
    ///
    /// @param line the line it begins on, counted from 1
    /// @param reason what was found and what was expected, without any prompt text; equal reasons are counted
    ///     together
    void problem(long line, String reason);
}
