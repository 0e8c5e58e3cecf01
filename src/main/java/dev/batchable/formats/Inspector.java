package dev.batchable.formats;

import dev.batchable.input.Batch;
import dev.batchable.input.BatchSink;
import dev.batchable.input.FileProblem;
import dev.batchable.input.InputSummary;
import dev.batchable.input.Reading;
import dev.batchable.input.ReadingOptions;
import dev.batchable.input.ReadingResult;
import dev.batchable.input.Recognition;
import dev.batchable.input.Source;
import dev.batchable.input.Sources;
import dev.batchable.record.BillingLine;
import dev.batchable.record.Field;
import dev.batchable.record.Request;
import dev.batchable.record.Tier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds out what files are and what they tell, one by one, without putting anything together.
public final class Inspector {
    private final Reading reading;
    private final Map<String, KnownFormat> formats;

    public Inspector(ReadingOptions options) {
        reading = new Reading(KnownFormats.all(), options);
        formats = KnownFormats.described().stream().collect(Collectors.toMap(KnownFormat::id, Function.identity()));
    }

    /// @param sources files, since each is opened twice
    public Inspection.Result inspect(Sources sources) {
        List<Inspection> files = new ArrayList<>();
        Map<String, String> unreadable = new TreeMap<>();
        sources.problems().forEach(problem -> unreadable.put(problem.path(), problem.reason()));
        for (Source source : sources.sources()) {
            try {
                inspect(source, unreadable).ifPresent(files::add);
            } catch (IOException e) {
                unreadable.put(source.path(), Sources.reason(e));
            }
        }
        return new Inspection.Result(files, unreadable);
    }

    private Optional<Inspection> inspect(Source source, Map<String, String> unreadable) throws IOException {
        Recognition recognition = reading.recognise(source);
        Told told = new Told();
        ReadingResult result = reading.read(List.of(source), told);
        for (FileProblem problem : result.fileProblems()) {
            unreadable.put(problem.path(), problem.reason());
        }
        return result.inputs().stream().findFirst().map(summary -> told.inspection(recognition, summary));
    }

    /// Counts what records tell.
    private final class Told implements BatchSink {
        private final SortedMap<Field, Long> fields = new TreeMap<>();
        private long parts;
        private Inspection.BillFacts bill = Inspection.BillFacts.NONE;

        @Override
        public void inOrder(Batch batch) {
            parts += batch.parts().size();
            Stream.of(
                            batch.requests().stream().map(Request::present),
                            batch.parts().stream().map(part -> part.facts().present()),
                            batch.buckets().stream().map(bucket -> bucket.present()))
                    .flatMap(Function.identity())
                    .flatMap(Set::stream)
                    .forEach(field -> fields.merge(field, 1L, Long::sum));
            batch.charges().forEach(charge -> bill = bill.plus(facts(charge)));
        }

        @Override
        public void parallel(Batch batch) {}

        private Inspection inspection(Recognition recognition, InputSummary summary) {
            KnownFormat format = Optional.ofNullable(formats.get(recognition.format()))
                    .orElseGet(() -> new KnownFormat(
                            recognition.format(),
                            "mapped by the user",
                            "",
                            summary.file().kind(),
                            fields.keySet()));
            boolean bills = summary.file().kind() == InputSummary.Kind.BILLING;
            return new Inspection(
                    recognition.path(),
                    format,
                    recognition.shape(),
                    recognition.marks(),
                    summary,
                    parts,
                    fields,
                    bills ? Optional.of(bill) : Optional.empty());
        }
    }

    private static Inspection.BillFacts facts(BillingLine line) {
        boolean model = line.meter().artificialIntelligence();
        return new Inspection.BillFacts(
                1,
                count(model),
                count(model && line.meter().model().isPresent()),
                count(model && line.meter().tokenKind().isPresent()),
                count(model && line.meter().tier() != Tier.UNKNOWN),
                count(model && line.meter().tokens().isPresent()));
    }

    private static long count(boolean told) {
        return told ? 1 : 0;
    }
}
