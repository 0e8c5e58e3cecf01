package dev.batchable.evaluation.workload;

import dev.batchable.formats.KnownFormats;
import dev.batchable.input.Batch;
import dev.batchable.input.BatchSink;
import dev.batchable.input.Reading;
import dev.batchable.input.ReadingOptions;
import dev.batchable.input.Source;
import dev.batchable.record.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Labelled traces on disk: `labels.csv` with the columns workload, shape and label first, and one file for
/// each workload, `<shape>/<workload>.csv.gz`, that the program itself can read.
public final class TraceFolder {
    private final Path folder;

    public TraceFolder(Path folder) {
        this.folder = folder;
    }

    /// @throws IOException where there is no `labels.csv`
    public List<Supplier<Workload>> workloads() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("labels.csv"))) {
            return lines.skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",", -1))
                    .<Supplier<Workload>>map(cells -> () -> read(cells[0], cells[1], Label.parse(cells[2])))
                    .toList();
        }
    }

    private Workload read(String name, String shape, Label label) {
        Path file = folder.resolve(shape).resolve(name + ".csv.gz");
        Collected collected = new Collected(label);
        try {
            new Reading(KnownFormats.all(), ReadingOptions.threads(1))
                    .read(List.of(Source.file(file, true)), collected);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Traffic traffic = new Traffic(collected.calls, collected.totals, collected.provided);
        if (traffic.first().isEmpty()) {
            throw new IllegalStateException("nothing could be read from " + file);
        }
        return new Workload(new Origin(family(name), name, shape), traffic);
    }

    /// What stands before the last underscore tells the family: weeks of one service, runs of one job.
    private static String family(String name) {
        int last = name.lastIndexOf('_');
        return last > 0 ? name.substring(0, last) : name;
    }

    private static final class Collected implements BatchSink {
        private final Label label;
        private final List<Call> calls = new ArrayList<>();
        private final List<Total> totals = new ArrayList<>();
        private final Set<Field> provided = EnumSet.noneOf(Field.class);

        Collected(Label label) {
            this.label = label;
        }

        @Override
        public void inOrder(Batch batch) {
            batch.requests().forEach(request -> calls.add(new Call(request, label)));
            batch.buckets().forEach(bucket -> totals.add(new Total(bucket, label)));
            provided.addAll(batch.provides());
        }

        @Override
        public void parallel(Batch batch) {
            // All was taken in order.
        }
    }
}
