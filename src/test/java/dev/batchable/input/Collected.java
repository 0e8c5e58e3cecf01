package dev.batchable.input;

import dev.batchable.record.BatchJob;
import dev.batchable.record.BillingLine;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.SourceRef;
import dev.batchable.record.UsageBucket;
import java.util.ArrayList;
import java.util.List;

/// Keeps all records that a reading hands over, in canonical order.
public final class Collected implements BatchSink {
    private final List<Request> requests = new ArrayList<>();
    private final List<BatchJob> jobs = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<UsageBucket> buckets = new ArrayList<>();
    private final List<BillingLine> charges = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    @Override
    public void inOrder(Batch batch) {
        requests.addAll(batch.requests());
        jobs.addAll(batch.jobs());
        parts.addAll(batch.parts());
        buckets.addAll(batch.buckets());
        charges.addAll(batch.charges());
        problems.addAll(batch.problems());
    }

    @Override
    public void parallel(Batch batch) {}

    public List<Request> requests() {
        return requests;
    }

    public List<BatchJob> jobs() {
        return jobs;
    }

    public List<Part> parts() {
        return parts;
    }

    public List<UsageBucket> buckets() {
        return buckets;
    }

    public List<BillingLine> charges() {
        return charges;
    }

    public List<Problem> problems() {
        return problems;
    }

    /// All records as text, for comparisons; the line on which a part stands is left out, because it depends on where
    /// a file was cut.
    public List<String> records() {
        List<String> all = new ArrayList<>();
        requests.forEach(request -> all.add(request.toString()));
        jobs.forEach(job -> all.add(job.toString()));
        parts.forEach(part -> all.add(withoutLine(part).toString()));
        buckets.forEach(bucket -> all.add(bucket.toString()));
        charges.forEach(charge -> all.add(charge.toString()));
        return all;
    }

    private static Part withoutLine(Part part) {
        return new Part(
                part.group(),
                new SourceRef(part.place().path(), 0),
                part.role(),
                part.call(),
                part.parent(),
                part.witness(),
                part.facts());
    }
}
