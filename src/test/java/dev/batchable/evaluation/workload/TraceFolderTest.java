package dev.batchable.evaluation.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFolderTest {
    @TempDir
    private Path folder;

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void readsCallsAndTotalsWithTheirLabels() throws IOException {
        Files.writeString(folder.resolve("labels.csv"), """
                workload,shape,label,note
                chat_w0,requests,interactive,"a, b"
                job_1,buckets,machine,
                """);
        write("requests/chat_w0.csv.gz", """
                timestamp,latency_ms,model,input_tokens,output_tokens,session,api_key
                2026-01-12T15:08:42.000Z,1200,gpt,4808,10,s1,key-a
                2026-01-12T15:09:42.000Z,,gpt,,10,,key-a
                """);
        write("buckets/job_1.csv.gz", """
                bucket_start,bucket_seconds,requests,input_tokens,output_tokens
                2026-01-12T15:00:00.000Z,3600,38,,
                """);
        List<Workload> read =
                new TraceFolder(folder).workloads().stream().map(Supplier::get).toList();
        assertThat(read)
                .extracting(Workload::origin)
                .containsExactly(new Origin("chat", "chat_w0", "requests"), new Origin("job", "job_1", "buckets"));
        assertThat(read).extracting(Workload::label).containsExactly(Label.INTERACTIVE, Label.MACHINE);
        assertThat(read.get(0).traffic().calls()).hasSize(2);
        assertThat(read.get(1).traffic().totals().get(0).bucket().requests()).hasValue(38);
    }
}
