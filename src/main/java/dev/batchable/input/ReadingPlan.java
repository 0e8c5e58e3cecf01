package dev.batchable.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Looks at the heads of all inputs, so that the order of reading and files given twice are known before the
/// first record is read.
final class ReadingPlan {
    private static final int BUFFER = 256 * 1024;

    private final FormatChoice choice;
    private final List<PlannedInput> inputs = new ArrayList<>();
    private final SortedMap<Integer, FileProblem> problems = new TreeMap<>();
    private final SortedMap<Integer, PlannedInput> copies = new TreeMap<>();
    private final Map<Integer, Integer> originals = new HashMap<>();

    ReadingPlan(FormatChoice choice, List<Source> sources) {
        this.choice = choice;
        choice.requireInputs(sources);
        for (int index = 0; index < sources.size(); index++) {
            plan(index, sources.get(index));
        }
        choice.requireFittingMap();
        findCopies();
        inputs.sort(PlannedInput.CANONICAL);
    }

    /// In the order of reading, without copies.
    List<PlannedInput> inputs() {
        return inputs;
    }

    /// Inputs that hold the same bytes as one before them, by index.
    SortedMap<Integer, PlannedInput> copies() {
        return copies;
    }

    /// The index of the input of which another one is a copy.
    int original(int copy) {
        return originals.getOrDefault(copy, copy);
    }

    /// Inputs that nobody can read, by index.
    SortedMap<Integer, FileProblem> problems() {
        return problems;
    }

    private void plan(int index, Source source) {
        try {
            inputs.add(look(index, source));
        } catch (IOException e) {
            problems.put(index, new FileProblem(source.path(), Sources.reason(e), source.named()));
        }
    }

    private PlannedInput look(int index, Source source) throws IOException {
        Text text = Text.open(source);
        try {
            Detected detected = HeadReader.read(text.peek(Limits.HEAD_BYTES));
            FormatReader<?> format = choice.choose(source.path(), detected);
            boolean once = source.size().isEmpty();
            if (!once) {
                text.close();
            }
            return new PlannedInput(
                    index,
                    source,
                    format.id(),
                    format.billing(),
                    format.interpretation(detected),
                    detected,
                    format.found(detected),
                    once ? Optional.of(text) : Optional.empty());
        } catch (IOException e) {
            text.close();
            throw e;
        }
    }

    /// Only files of equal size can be equal, so that most files are read once.
    private void findCopies() {
        Map<Long, List<PlannedInput>> bySize = inputs.stream()
                .filter(input -> input.source().size().isPresent())
                .collect(Collectors.groupingBy(input -> input.source().size().orElseThrow()));
        for (List<PlannedInput> equal : bySize.values()) {
            if (equal.size() > 1) {
                findCopiesAmong(equal);
            }
        }
        inputs.removeAll(copies.values());
    }

    private void findCopiesAmong(List<PlannedInput> candidates) {
        Map<String, Integer> first = new HashMap<>();
        for (PlannedInput input : candidates) {
            Optional<String> fingerprint = fingerprint(input.source());
            if (fingerprint.isPresent()) {
                Integer original = first.putIfAbsent(fingerprint.orElseThrow(), input.index());
                if (original != null) {
                    copies.put(input.index(), input);
                    originals.put(input.index(), original);
                }
            }
        }
    }

    private static Optional<String> fingerprint(Source source) {
        Fingerprint fingerprint = new Fingerprint();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = source.open()) {
            for (int got = in.read(buffer); got > 0; got = in.read(buffer)) {
                fingerprint.update(buffer, 0, got);
            }
        } catch (IOException e) {
            // The reading itself will meet the same fault and tell it.
            return Optional.empty();
        }
        return Optional.of(fingerprint.hex());
    }
}
