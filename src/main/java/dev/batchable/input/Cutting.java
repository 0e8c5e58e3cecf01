package dev.batchable.input;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Hands out the chunks of all inputs one after the other, numbered from 0.
final class Cutting {
    /// A chunk to be decoded.
    record Task(long number, PlannedInput input, InputTally tally) {}

    private final Deque<InputTally> waiting;
    private final Deque<PlannedInput> inputs;
    private final int chunkBytes;
    private Optional<Open> current = Optional.empty();
    private long number;

    private record Open(PlannedInput input, InputTally tally, Text text, UnitCutter cutter) {}

    Cutting(List<PlannedInput> inputs, List<InputTally> tallies, int chunkBytes) {
        this.inputs = new ArrayDeque<>(inputs);
        this.waiting = new ArrayDeque<>(tallies);
        this.chunkBytes = chunkBytes;
    }

    /// Fills the chunk with the next units of the current input, or of the one after it; empty at the end of
    /// the last one.
    synchronized Optional<Task> next(Chunk chunk) {
        while (current.isPresent() || !inputs.isEmpty()) {
            if (current.isEmpty()) {
                open();
                continue;
            }
            Open open = current.orElseThrow();
            if (!open.cutter().next(chunk)) {
                close();
            } else if (!chunk.isEmpty()) {
                return Optional.of(new Task(number++, open.input(), open.tally()));
            }
        }
        return Optional.empty();
    }

    /// Closes what is still open, after a failure.
    synchronized void abandon() {
        inputs.clear();
        if (current.isPresent()) {
            close();
        }
    }

    private void open() {
        PlannedInput input = inputs.remove();
        InputTally tally = waiting.remove();
        try {
            Text text = input.open().isPresent() ? input.open().orElseThrow() : Text.open(input.source());
            current = Optional.of(new Open(input, tally, text, input.detected().cutter(text, chunkBytes)));
        } catch (IOException e) {
            tally.unusable(Sources.reason(e));
        }
    }

    private void close() {
        Open open = current.orElseThrow();
        current = Optional.empty();
        open.tally().end(open.text(), open.cutter());
        try {
            open.text().close();
        } catch (IOException e) {
            open.tally().unusable(Sources.reason(e));
        }
    }
}
