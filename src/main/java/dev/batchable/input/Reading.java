package dev.batchable.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads inputs of any known format on several threads and hands over what they hold, batch by batch.
///
/// One thread at a time cuts the next chunk of the text into units ([UnitCutter] says why); the threads decode
/// their chunks side by side, pass through [BatchSink#inOrder] in the order of the chunks, and go on with
/// [BatchSink#parallel] side by side again. Compressed inputs need no further thread: while one inflates the
/// next chunk, the others decode. Memory is one chunk and one batch a thread.
public final class Reading {
    private final FormatChoice choice;
    private final ReadingOptions options;

    /// @throws IllegalArgumentException where an option names a format or a field that does not exist
    public Reading(Formats formats, ReadingOptions options) {
        this.choice = new FormatChoice(formats, options);
        this.options = options;
    }

    /// Returns when every batch has been handed over. A failure of the sink ends the reading and is thrown.
    public ReadingResult read(List<Source> sources, BatchSink sink) {
        ReadingPlan plan = new ReadingPlan(choice, sources);
        List<InputTally> tallies = plan.inputs().stream().map(InputTally::new).toList();
        Cutting cutting = new Cutting(plan.inputs(), tallies, options.chunkBytes());
        Turns turns = new Turns();
        run(() -> work(cutting, turns, sink), turns);
        cutting.abandon();
        if (Thread.currentThread().isInterrupted()) {
            // An interrupted channel fails like a damaged one, which must not pass for the end of the input.
            turns.fail(new InterruptedException());
        }
        turns.failure().ifPresent(Reading::rethrow);
        return result(plan, tallies);
    }

    /// What the input is, without reading on behind its head.
    ///
    /// @throws IOException where it cannot be opened, or nobody can read it; the message says what would help
    public Recognition recognise(Source source) throws IOException {
        try (Text text = Text.open(source)) {
            Detected detected = HeadReader.read(text.peek(Limits.HEAD_BYTES));
            return Recognition.of(source.path(), choice.choose(source.path(), detected), detected.head());
        }
    }

    private void run(Runnable work, Turns turns) {
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < options.threads(); i++) {
            Thread thread = new Thread(work, "reader-" + i);
            thread.setDaemon(true);
            thread.start();
            others.add(thread);
        }
        work.run();
        try {
            for (Thread thread : others) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            turns.fail(e);
        }
    }

    private static void work(Cutting cutting, Turns turns, BatchSink sink) {
        try {
            decodeAll(cutting, turns, sink);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            turns.fail(e);
        } catch (RuntimeException | Error e) {
            turns.fail(e);
        }
    }

    private static void decodeAll(Cutting cutting, Turns turns, BatchSink sink) throws InterruptedException {
        Chunk chunk = new Chunk();
        OptionalInt decoded = OptionalInt.empty();
        Interpretation.Decoder decoder = (none, batch) -> {};
        Optional<Cutting.Task> next = cutting.next(chunk);
        while (next.isPresent()) {
            Cutting.Task task = next.orElseThrow();
            PlannedInput input = task.input();
            if (!decoded.equals(OptionalInt.of(input.index()))) {
                decoded = OptionalInt.of(input.index());
                decoder = input.interpretation().decoder(input.source().path());
            }
            Batch batch = new Batch(
                    input.index(),
                    input.source().path(),
                    input.format(),
                    input.interpretation().provides());
            decoder.decode(chunk, batch);
            if (!turns.await(task.number())) {
                return;
            }
            task.tally().add(batch);
            sink.inOrder(batch);
            turns.pass();
            sink.parallel(batch);
            next = cutting.next(chunk);
        }
    }

    private static ReadingResult result(ReadingPlan plan, List<InputTally> tallies) {
        SortedMap<Integer, InputSummary> inputs = new TreeMap<>();
        SortedMap<Integer, FileProblem> problems = new TreeMap<>(plan.problems());
        for (int i = 0; i < tallies.size(); i++) {
            int index = plan.inputs().get(i).index();
            tallies.get(i).summary().ifPresent(summary -> inputs.put(index, summary));
            tallies.get(i).problem().ifPresent(problem -> problems.put(index, problem));
        }
        plan.copies()
                .forEach((index, input) -> Optional.ofNullable(inputs.get(plan.original(index)))
                        .ifPresent(original -> inputs.put(
                                index, InputTally.copy(original, input.source().path()))));
        return new ReadingResult(List.copyOf(inputs.values()), List.copyOf(problems.values()));
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("reading was interrupted", failure);
    }
}
