package dev.batchable.policy;

import dev.batchable.record.Field;
import dev.batchable.record.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads and checks `batchable.yaml` (reference: `docs/policy.md`).
public final class PolicyReader {
    /// Far above any policy written by hand.
    static final int MAX_BYTES = 1024 * 1024;

    private final Problems problems;

    private PolicyReader(String file) {
        this.problems = new Problems(file);
    }

    /// @throws PolicyException where the file cannot be read or holds anything that is not understood
    public static Policy read(Path file) throws PolicyException {
        PolicyReader reader = new PolicyReader(file.toString());
        return reader.policy(reader.contents(file));
    }

    /// @param name how messages call the text
    /// @throws PolicyException where the text holds anything that is not understood
    public static Policy read(String name, String text) throws PolicyException {
        return new PolicyReader(name).policy(text);
    }

    /// Whether a policy may hold a text as the answer of a key, such as `4h` for `max_latency`.
    ///
    /// @throws IllegalArgumentException for a key that is not one of `answers`
    public static boolean acceptsAnswer(String key, String text) {
        Problems problems = new Problems("answer");
        YamlNode.Entry entry = new YamlNode.Entry(1, new YamlNode.Scalar(1, text));
        Entries.of(
                        Section.ANSWERS,
                        new YamlNode.Mapping(1, Map.of(Section.ANSWERS.key(key).name(), entry)),
                        problems)
                .ifPresent(WorkloadReader::answers);
        return problems.none();
    }

    private String contents(Path file) throws PolicyException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                problems.add(0, "is larger than " + MAX_BYTES + " bytes; expected a policy");
            } else {
                byte[] bytes = Files.readAllBytes(file);
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            }
        } catch (CharacterCodingException e) {
            problems.add(0, "is not encoded in UTF-8");
        } catch (NoSuchFileException e) {
            problems.add(0, "does not exist");
        } catch (IOException e) {
            problems.add(0, "cannot be read: " + e.getMessage());
        }
        throw problems.exception();
    }

    private Policy policy(String text) throws PolicyException {
        YamlNode root = YamlTree.read(text.startsWith("\uFEFF") ? text.substring(1) : text, problems);
        Policy policy =
                Entries.of(Section.POLICY, root, problems).map(this::policy).orElse(Policy.EMPTY);
        problems.throwIfAny();
        return policy;
    }

    private Policy policy(Entries top) {
        top.word("version", Map.of("1", 1));
        return new Policy(
                top.value("currency", Amounts::currency),
                top.value("time_zone", ZoneId::of, ZoneOffset.UTC),
                top.text("salt"),
                top.sections("exchange", Section.EXCHANGE).stream()
                        .map(PolicyReader::exchangeRate)
                        .toList(),
                WorkloadReader.rules(top.sections("workloads", Section.WORKLOAD)),
                top.sections("waivers", Section.WAIVER).stream()
                        .map(PolicyReader::waiver)
                        .toList(),
                top.section("gate", Section.GATE).map(PolicyReader::gate).orElse(GateLimits.NONE),
                top.sections("formats", Section.FORMAT).stream()
                        .map(PolicyReader::format)
                        .toList());
    }

    private static ExchangeRate exchangeRate(Entries entry) {
        return new ExchangeRate(
                entry.value("from", Amounts::currency, Money.USD),
                entry.value("to", Amounts::currency, Money.USD),
                entry.value("rate", PolicyReader::aboveZero, BigDecimal.ONE),
                entry.value("date", LocalDate::parse, LocalDate.EPOCH),
                entry.value("source", Function.identity(), ""));
    }

    private static BigDecimal aboveZero(String text) {
        BigDecimal number = Amounts.number(text);
        if (number.signum() == 0) {
            throw new IllegalArgumentException("zero");
        }
        return number;
    }

    private static Waiver waiver(Entries entry) {
        return new Waiver(
                entry.line(),
                entry.value("workload", Glob::of, Glob.of("")),
                entry.value("owner", Function.identity(), ""),
                entry.value("reason", Function.identity(), ""),
                entry.value("expires", LocalDate::parse, LocalDate.EPOCH),
                entry.value("ceiling", Amounts::perMonth));
    }

    private static GateLimits gate(Entries entry) {
        GateLimits limits = new GateLimits(
                entry.value("fail_above", SavingLimit::parse),
                entry.value("warn_above", SavingLimit::parse),
                entry.value("max_undecided", Amounts::percent),
                entry.value("min_coverage", Amounts::percent));
        if (limits.warningNeverComes()) {
            entry.problem("warn_above", "warn_above is not below fail_above, so the warning would never come");
        }
        return limits;
    }

    private static FormatMapping format(Entries entry) {
        Map<String, String> map = new LinkedHashMap<>();
        Optional<Entries> columns = entry.section("map", Section.MAP);
        for (Map.Entry<String, Field> field : FormatMapping.fieldNames().entrySet()) {
            columns.flatMap(found -> found.text(field.getKey())).ifPresent(path -> map.put(field.getKey(), path));
        }
        checkColumns(entry, columns, map);
        return new FormatMapping(
                entry.line(),
                entry.value("name", Function.identity(), ""),
                entry.value("files", Glob::of, Glob.of("")),
                map);
    }

    /// Two names of one field would leave it to chance which column is read.
    private static void checkColumns(Entries entry, Optional<Entries> columns, Map<String, String> map) {
        for (List<String> pair : List.of(List.of("timestamp", "start"), List.of("key", "key_alias"))) {
            if (map.keySet().containsAll(pair)) {
                entry.problem("map", String.join(" and ", pair) + " are two names of one field; expected one of them");
            }
        }
        if (columns.isPresent() && map.isEmpty()) {
            entry.problem("map", "map is empty" + Section.FORMAT.key("map").expectation());
        }
    }
}
