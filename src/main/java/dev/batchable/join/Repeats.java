package dev.batchable.join;

import dev.batchable.record.Tokens;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Finds calls that repeat work already done: the same work, in the same workload, within 24 hours of the call
/// before it.
///
/// Problem: repeats lie up to a day apart and come from different files and threads, and which workload a call
/// belongs to is known only at the end. Method: successful calls that tell a repeat key are collected as
/// candidates, sorted by work and time in runs that go to a temporary file above a limit, and merged at the
/// end, when the workload of each is known; in every chain all but the first are repeats. Consequence: the
/// order of all fields decides between calls of one instant, so no split or order of the input changes the
/// result.
public final class Repeats implements Closeable {
    /// About 16 MiB of candidates.
    private static final int MAX_RESIDENT = 100_000;
    private static final long WITHIN_MILLIS = Duration.ofHours(24).toMillis();
    private static final int READ_BUFFER = 16 * 1024;

    private final int limit;
    private List<Candidate> resident = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<SpillFile> files = new ArrayList<>();
    private @Nullable SpillFile current;

    public Repeats() {
        this(MAX_RESIDENT);
    }

    Repeats(int limit) {
        this.limit = limit;
    }

    /// A successful call.
    ///
    /// @param work hash of what was asked of which model
    /// @param label what the caller of this class needs to find the call's workload and rating again
    public record Candidate(long work, long startMillis, long label, Tokens tokens, BigDecimal cost)
            implements Comparable<Candidate> {
        private static final Comparator<Candidate> ORDER = Comparator.comparingLong(Candidate::work)
                .thenComparingLong(Candidate::startMillis)
                .thenComparingLong(Candidate::label)
                .thenComparingLong(candidate -> candidate.tokens.input())
                .thenComparingLong(candidate -> candidate.tokens.cacheRead())
                .thenComparingLong(candidate -> candidate.tokens.cacheWrite5m())
                .thenComparingLong(candidate -> candidate.tokens.cacheWrite1h())
                .thenComparingLong(candidate -> candidate.tokens.output())
                .thenComparingLong(candidate -> candidate.tokens.reasoning())
                .thenComparing(Candidate::cost)
                .thenComparingInt(candidate -> candidate.cost.scale());

        @Override
        public int compareTo(Candidate other) {
            return ORDER.compare(this, other);
        }

        private void write(DataOutputStream out) throws IOException {
            out.writeLong(work);
            out.writeLong(startMillis);
            out.writeLong(label);
            out.writeLong(tokens.input());
            out.writeLong(tokens.cacheRead());
            out.writeLong(tokens.cacheWrite5m());
            out.writeLong(tokens.cacheWrite1h());
            out.writeLong(tokens.output());
            out.writeLong(tokens.reasoning());
            byte[] digits = cost.unscaledValue().toByteArray();
            out.writeInt(cost.scale());
            out.writeInt(digits.length);
            out.write(digits);
        }

        private static Candidate read(DataInputStream in) throws IOException {
            long work = in.readLong();
            long startMillis = in.readLong();
            long label = in.readLong();
            Tokens tokens = new Tokens(
                    in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
            int scale = in.readInt();
            byte[] digits = in.readNBytes(in.readInt());
            return new Candidate(work, startMillis, label, tokens, new BigDecimal(new BigInteger(digits), scale));
        }
    }

    private record Run(SpillFile file, long offset, long length, int candidates) {}

    public void add(Candidate candidate) throws IOException {
        resident.add(candidate);
        if (resident.size() >= limit) {
            spill();
        }
    }

    /// Takes over the other's candidates and files; the other is empty afterwards.
    public void merge(Repeats other) throws IOException {
        for (Candidate candidate : other.resident) {
            add(candidate);
        }
        runs.addAll(other.runs);
        files.addAll(other.files);
        other.resident = new ArrayList<>();
        other.runs.clear();
        other.files.clear();
        other.current = null;
    }

    /// Hands over every repeat, in no order that means anything. Can be asked again.
    ///
    /// @param workload the workload of a label, as a number of the caller's choice
    public void find(LongUnaryOperator workload, Consumer<Candidate> repeat) throws IOException {
        Collections.sort(resident);
        PriorityQueue<Cursor> cursors = new PriorityQueue<>(Comparator.comparing(Cursor::head));
        cursors.addAll(Cursor.of(resident.iterator()).stream().toList());
        for (Run run : runs) {
            cursors.addAll(Cursor.of(new RunReader(run)).stream().toList());
        }
        Map<Long, Long> lastOfWorkload = new HashMap<>();
        long work = 0;
        for (Cursor cursor = cursors.poll(); cursor != null; cursor = cursors.poll()) {
            Candidate candidate = cursor.head();
            if (candidate.work != work) {
                lastOfWorkload.clear();
                work = candidate.work;
            }
            Long last = lastOfWorkload.put(workload.applyAsLong(candidate.label), candidate.startMillis);
            if (last != null && candidate.startMillis - last <= WITHIN_MILLIS) {
                repeat.accept(candidate);
            }
            cursors.addAll(Cursor.of(cursor.rest).stream().toList());
        }
    }

    @Override
    public void close() throws IOException {
        for (SpillFile file : files) {
            file.close();
        }
    }

    private void spill() throws IOException {
        if (current == null) {
            current = SpillFile.create();
            files.add(current);
        }
        Collections.sort(resident);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Candidate candidate : resident) {
                candidate.write(out);
            }
        }
        Run run = new Run(current, current.allocate(bytes.size()), bytes.size(), resident.size());
        current.write(run.offset, ByteBuffer.wrap(bytes.toByteArray()));
        runs.add(run);
        resident = new ArrayList<>();
    }

    /// The first candidate of a sorted sequence, and those behind it.
    private record Cursor(Candidate head, Iterator<Candidate> rest) {
        static Optional<Cursor> of(Iterator<Candidate> sorted) {
            return sorted.hasNext() ? Optional.of(new Cursor(sorted.next(), sorted)) : Optional.empty();
        }
    }

    private static final class RunReader implements Iterator<Candidate> {
        private final DataInputStream in;
        private int left;

        private RunReader(Run run) {
            in = new DataInputStream(new BufferedInputStream(run.file.read(run.offset, run.length), READ_BUFFER));
            left = run.candidates;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public Candidate next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            left--;
            try {
                return Candidate.read(in);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
