package dev.batchable.input;

import dev.batchable.record.Field;
import java.util.List;
import java.util.Set;

/// How one file is read: a format applied to a head. Shared by the threads, each of which makes its own
/// [#decoder].
final class Interpretation<F extends Enum<F>> {
    /// Turns the units of a chunk into what a batch holds.
    @FunctionalInterface
    interface Decoder {
        void decode(Chunk chunk, Batch batch);
    }

    private final FormatReader<F> format;
    private final Detected detected;
    private final PathTree<F> tree;

    Interpretation(FormatReader<F> format, Detected detected) {
        this.format = format;
        this.detected = detected;
        List<FieldTable.Binding<F>> bindings =
                format.fields().apply(detected.head()).bindings();
        boolean csv = detected.head().shape() == Head.Shape.CSV;
        // Columns are known for certain; keys of later JSON documents are not.
        tree = new PathTree<>(bindings.stream()
                .filter(binding -> !csv || detected.holds(binding.path(), Nesting.FLAT))
                .toList());
    }

    Set<Field> provides() {
        return format.provides();
    }

    /// @param file the input as it was named
    Decoder decoder(String file) {
        JsonWalk walk = new JsonWalk();
        RowView<F> row = new RowView<>(tree, walk, file);
        UnitReader<F> reader = detected.reader(tree, walk, format.nesting());
        return (chunk, batch) -> {
            chunk.problems().forEach(problem -> batch.problem(problem.line(), problem.reason()));
            reader.read(chunk, row, new UnitReader.Units() {
                @Override
                public void row() {
                    read(row, batch);
                }

                @Override
                public void problem(long line, String reason) {
                    batch.problem(line, reason);
                }

                @Override
                public void empty() {
                    batch.ignored(Ignored.EMPTY);
                }
            });
            batch.sortProblems();
        };
    }

    private void read(RowView<F> row, Batch batch) {
        long before = batch.units();
        int charges = batch.charges().size();
        try {
            format.meaning().read(row, batch);
        } catch (BadValueException e) {
            batch.problem(row.line(), String.valueOf(e.getMessage()));
        }
        if (batch.charges().size() > charges) {
            batch.wording(row.wording());
        }
        if (batch.units() != before + 1) {
            throw new IllegalStateException("format " + format.id() + " made " + (batch.units() - before)
                    + " of one unit at line " + row.line());
        }
    }
}
