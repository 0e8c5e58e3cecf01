package dev.batchable.join;

import dev.batchable.record.Request;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// Drops further copies of a call.
public final class Copies implements Closeable {
    public Copies() {}

    /// The requests of a batch that are the first copy of their call, in their order. Batches come one at a
    /// time, the richest file first; requests without an id are always kept.
    public List<Request> retainFirst(List<Request> batch) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {}
}
