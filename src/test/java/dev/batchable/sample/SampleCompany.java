package dev.batchable.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// A small online shop and its month of model calls, invented and seeded: the same bytes each time.
///
/// `samples/README.md` tells what is in the files. Run [#main] to write them again.
public final class SampleCompany {
    static final String GATEWAY_LOG = "litellm-spendlogs-2026-10.jsonl.gz";
    static final String OVERLAP = "litellm-spendlogs-2026-10-31.csv";
    static final String VISION_LOG = "vision-proxy-2026-10.csv";
    static final String BILL = "focus-2026-10.csv";

    private final Traffic gateway = new Traffic();
    private final Traffic vision = new Traffic();

    private SampleCompany() {
        new NightWork(gateway).run();
        new PeopleWork(gateway).run();
        new OfficeWork(gateway).run();
        new VisionWork(vision).run();
    }

    static SampleCompany inOctober() {
        return new SampleCompany();
    }

    /// @param arguments the directory to write to; `samples` where there is none
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments.length == 0 ? "samples" : arguments[0]);
        Files.createDirectories(directory);
        for (Map.Entry<String, byte[]> file : inOctober().files().entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }
    }

    List<SampleCall> gatewayCalls() {
        return gateway.calls();
    }

    List<SampleCall> visionCalls() {
        return vision.calls();
    }

    /// The last day's second half, exported once more: its calls are in the month's export as well.
    List<SampleCall> overlap() {
        Instant noon = SampleMonth.utc(SampleMonth.AFTER.minusDays(1), 12, 0);
        return gateway.calls().stream()
                .filter(call -> !call.times().start().isBefore(noon))
                .toList();
    }

    Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(GATEWAY_LOG, gzip(SpendLogs.jsonLines(gatewayCalls())));
        files.put(OVERLAP, utf8(SpendLogs.csv(overlap())));
        files.put(VISION_LOG, utf8(VisionLog.csv(visionCalls())));
        files.put(BILL, utf8(FocusBill.csv(Stream.concat(gatewayCalls().stream(), visionCalls().stream()))));
        return files;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(utf8(text));
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
