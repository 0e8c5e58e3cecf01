package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.Batch;
import dev.batchable.input.BatchSink;
import dev.batchable.input.Formats;
import dev.batchable.input.Reading;
import dev.batchable.input.ReadingOptions;
import dev.batchable.input.ReadingResult;
import dev.batchable.input.Source;
import dev.batchable.input.billing.BillingFormats;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads small files through all formats that there are, as the command line does.
public final class FormatReading {
    private FormatReading() {}

    /// What a file with this text holds.
    public static Batch read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return only(Source.stream("test", () -> new ByteArrayInputStream(bytes)));
    }

    /// What the file below `formats` among the test resources holds.
    public static Batch resource(String name) {
        return only(Source.stream(name, () -> FormatReading.class.getResourceAsStream("/formats/" + name)));
    }

    private static Batch only(Source source) {
        List<Batch> batches = new ArrayList<>();
        Reading reading = new Reading(
                new Formats(
                        LogFormats.all(),
                        BillingFormats.all(),
                        map -> LogFormats.all().get(0)),
                ReadingOptions.threads(1));
        ReadingResult result = reading.read(List.of(source), new BatchSink() {
            @Override
            public void inOrder(Batch batch) {
                batches.add(batch);
            }

            @Override
            public void parallel(Batch batch) {}
        });
        assertThat(result.fileProblems()).isEmpty();
        assertThat(batches).hasSize(1);
        return batches.get(0);
    }
}
