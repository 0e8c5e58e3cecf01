package dev.batchable.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// The sample company's November: October's calls on the same days of the week, after somebody acted on October's
/// report. Nine in ten invoices go out in a batch a day; the weekly report runs on flex, where it is slower and
/// times out more often; the evaluation suite's prompts are a quarter longer; and the checkout, which shared a
/// rate limit with the invoices, answers sooner.
public final class NextMonth {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate AFTER = LocalDate.of(2026, 12, 1);
    /// Four weeks, and eight for the days that October has no later week for.
    private static final List<Duration> SHIFTS = List.of(Duration.ofDays(28), Duration.ofDays(56));

    private final List<ObjectNode> rows = new ArrayList<>();
    private final Map<LocalDate, List<ObjectNode>> batches = new TreeMap<>();
    private int invoices;
    private int reports;

    private NextMonth() {}

    /// Writes November's gateway log and vision log into a folder.
    public static void write(Path folder) throws IOException {
        NextMonth november = new NextMonth();
        for (String line : gatewayLog()) {
            for (Duration shift : SHIFTS) {
                november.add((ObjectNode) JSON.readTree(line), shift);
            }
        }
        Files.write(
                folder.resolve("spendlogs-2026-11.jsonl"),
                Stream.concat(
                                november.rows.stream(),
                                november.batches.values().stream().map(NextMonth::batch))
                        .map(ObjectNode::toString)
                        .toList());
        Files.write(folder.resolve("vision-proxy-2026-11.csv"), visionLog());
    }

    private static List<String> gatewayLog() throws IOException {
        try (BufferedReader log = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of("samples", SampleCompany.GATEWAY_LOG))),
                StandardCharsets.UTF_8))) {
            return log.lines().toList();
        }
    }

    private static List<String> visionLog() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("samples", SampleCompany.VISION_LOG));
        List<String> shifted = new ArrayList<>(lines.subList(0, 1));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", 3);
            for (Duration shift : SHIFTS) {
                Instant start = Instant.parse(cells[1].replace(' ', 'T') + "Z").plus(shift);
                if (isInside(start)) {
                    String time = start.toString().replace('T', ' ').replace("Z", "");
                    shifted.add(cells[0] + shift.toDays() + "," + time + "," + cells[2]);
                }
            }
        }
        return shifted;
    }

    private static boolean isInside(Instant time) {
        LocalDate day = day(time);
        return !day.isBefore(FIRST) && day.isBefore(AFTER);
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private void add(ObjectNode row, Duration shift) {
        Instant start = Instant.parse(row.get("startTime").asString()).plus(shift);
        if (!isInside(start)) {
            return;
        }
        for (String time : List.of("startTime", "endTime", "completionStartTime")) {
            row.put(time, Instant.parse(row.get(time).asString()).plus(shift).toString());
        }
        row.put("request_id", row.get("request_id").asString() + "-" + shift.toDays());
        switch (row.get("metadata").path("user_api_key_alias").asString("")) {
            case "invoice-extract" -> {
                if (!isFailure(row) && ++invoices % 10 != 0) {
                    batches.computeIfAbsent(day(start), day -> new ArrayList<>())
                            .add(row);
                    return;
                }
            }
            case "weekly-report" -> report(row);
            case "eval-suite" -> longer(row);
            case "checkout-copilot" -> slower(row, 0.8);
            default -> {}
        }
        rows.add(row);
    }

    /// A day's calls in the row that the gateway writes when their results are fetched, at half the price.
    private static ObjectNode batch(List<ObjectNode> calls) {
        ObjectNode batch = calls.get(0).deepCopy();
        for (String sum : List.of("prompt_tokens", "completion_tokens", "total_tokens")) {
            batch.put(
                    sum,
                    calls.stream().mapToLong(call -> call.get(sum).asLong()).sum());
        }
        batch.put(
                "spend",
                calls.stream().map(call -> call.get("spend").decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add));
        half(batch);
        batch.put("call_type", "aretrieve_batch");
        ((ObjectNode) batch.get("metadata"))
                .put("batch_successful_requests", calls.size())
                .put("batch_failed_requests", 0);
        return batch;
    }

    private void report(ObjectNode row) {
        reports++;
        slower(row, 2);
        if (isFailure(row)) {
            return;
        }
        half(row);
        ObjectNode metadata = (ObjectNode) row.get("metadata");
        metadata.putObject("usage_object").put("service_tier", "flex");
        if (reports % 25 == 0) {
            metadata.putObject("error_information").put("error_code", "408").put("error_class", "Timeout");
            row.put("status", "failure").put("spend", 0);
            row.put("prompt_tokens", 0).put("completion_tokens", 0).put("total_tokens", 0);
        }
    }

    private static boolean isFailure(ObjectNode row) {
        return row.get("status").asString().equals("failure");
    }

    private static void half(ObjectNode row) {
        row.put("spend", row.get("spend").decimalValue().divide(BigDecimal.valueOf(2)));
    }

    /// By a quarter, at 2 USD a million tokens.
    private static void longer(ObjectNode row) {
        long more = row.get("prompt_tokens").asLong() / 4;
        row.put("prompt_tokens", row.get("prompt_tokens").asLong() + more);
        row.put("total_tokens", row.get("total_tokens").asLong() + more);
        row.put(
                "spend",
                row.get("spend").decimalValue().add(BigDecimal.valueOf(2 * more).movePointLeft(6)));
    }

    private static void slower(ObjectNode row, double times) {
        Instant start = Instant.parse(row.get("startTime").asString());
        for (String time : List.of("endTime", "completionStartTime")) {
            Duration took = Duration.between(start, Instant.parse(row.get(time).asString()));
            row.put(time, start.plusMillis(Math.round(took.toMillis() * times)).toString());
        }
        row.put("request_duration_ms", Math.round(row.get("request_duration_ms").asLong() * times));
    }
}
