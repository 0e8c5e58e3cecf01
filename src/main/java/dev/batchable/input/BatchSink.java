package dev.batchable.input;

/// Takes what was read, batch by batch.
///
/// **Law.** The batches and their order depend on the inputs and [ReadingOptions#chunkBytes] alone, never on
/// the number of threads. Whoever decides in [#inOrder] and only adds up (commutatively) in [#parallel] gets
/// the same result on any machine.
public interface BatchSink {
    /// Called for one batch at a time in canonical order: the inputs whose heads hold most fields first, equal
    /// ones by path; within an input as the file stands. This is where copies are dropped from the batch.
    void inOrder(Batch batch);

    /// Called once for each batch after [#inOrder], concurrently with other batches.
    void parallel(Batch batch);
}
