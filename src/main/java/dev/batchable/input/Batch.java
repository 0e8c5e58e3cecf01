package dev.batchable.input;

import dev.batchable.record.BatchJob;
import dev.batchable.record.BillingLine;
import dev.batchable.record.Field;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.UsageBucket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What one chunk of an input held: the unit of work between threads and the only place where requests are kept
/// while reading. The lists of records may be changed by [BatchSink#inOrder]; the counts tell what was read,
/// whatever happens to the lists.
public final class Batch implements RecordSink {
    private final int input;
    private final String path;
    private final String format;
    private final Set<Field> provides;
    private final List<Request> requests = new ArrayList<>();
    private final List<Request> served = new ArrayList<>();
    private final List<BatchJob> jobs = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<UsageBucket> buckets = new ArrayList<>();
    private final List<BillingLine> charges = new ArrayList<>();
    private final List<Long> wordings = new ArrayList<>();
    private final Map<String, Long> ignored = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private long units;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    Batch(int input, String path, String format, Set<Field> provides) {
        this.input = input;
        this.path = path;
        this.format = format;
        this.provides = provides;
    }

    /// Index of the input in the list of sources given to [Reading#read].
    public int input() {
        return input;
    }

    public String path() {
        return path;
    }

    /// Id of the format that reads the input.
    public String format() {
        return format;
    }

    /// What the format of the input can tell at all.
    public Set<Field> provides() {
        return provides;
    }

    public List<Request> requests() {
        return requests;
    }

    /// Calls answered by a gateway's cache, each counted among the ignored.
    public List<Request> cacheServed() {
        return served;
    }

    /// Jobs of batch APIs, each counted among the ignored.
    public List<BatchJob> jobs() {
        return jobs;
    }

    /// Units to be brought together with others.
    public List<Part> parts() {
        return parts;
    }

    public List<UsageBucket> buckets() {
        return buckets;
    }

    public List<BillingLine> charges() {
        return charges;
    }

    /// A hash of each charge as its line stands, in their order.
    public List<Long> wordings() {
        return wordings;
    }

    void wording(long hash) {
        wordings.add(hash);
    }

    public Map<String, Long> ignored() {
        return Collections.unmodifiableMap(ignored);
    }

    /// In the order of their lines.
    public List<Problem> problems() {
        return Collections.unmodifiableList(problems);
    }

    /// Units read, whatever they led to.
    public long units() {
        return units;
    }

    Optional<InputSummary.Span> span() {
        return first.isAfter(last) ? Optional.empty() : Optional.of(new InputSummary.Span(first, last));
    }

    @Override
    public void request(Request request) {
        units++;
        requests.add(request);
        seen(request.timing().start());
    }

    @Override
    public void cacheServed(Request request) {
        ignored(Ignored.GATEWAY_CACHE);
        served.add(request);
    }

    @Override
    public void batchJob(BatchJob job) {
        ignored(Ignored.BATCH_JOB);
        jobs.add(job);
    }

    @Override
    public void part(Part part) {
        units++;
        parts.add(part);
        if (part.role() == Part.Role.CALL) {
            seen(part.facts().timing().start());
        }
    }

    @Override
    public void bucket(UsageBucket bucket) {
        units++;
        buckets.add(bucket);
        seen(bucket.start());
    }

    @Override
    public void charge(BillingLine line) {
        units++;
        charges.add(line);
        seen(line.start());
        // Billers have days of their own, and some bill by the month. What else lasts long, such as tax and storage,
        // says nothing of when models were used.
        if (line.meter().artificialIntelligence() && line.end().isAfter(line.start())) {
            seen(line.end().minusNanos(1));
        }
    }

    @Override
    public void ignored(String reason) {
        units++;
        ignored.merge(reason, 1L, Long::sum);
    }

    @Override
    public void problem(long line, String reason) {
        units++;
        problems.add(new Problem(line, reason));
    }

    /// To be called when the batch is complete.
    void sortProblems() {
        problems.sort(Comparator.comparingLong(Problem::line));
    }

    private void seen(Instant instant) {
        if (instant.isBefore(first)) {
            first = instant;
        }
        if (instant.isAfter(last)) {
            last = instant;
        }
    }
}
