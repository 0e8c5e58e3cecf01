package dev.batchable.cli;

import dev.batchable.audit.AuditRequest;
import dev.batchable.input.ReadingOptions;
import dev.batchable.policy.Amounts;
import dev.batchable.policy.FormatMapping;
import dev.batchable.policy.Glob;
import dev.batchable.policy.Policy;
import dev.batchable.policy.PolicyException;
import dev.batchable.policy.PolicyReader;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.price.catalog.PriceFileException;
import dev.batchable.profile.GroupKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns options into the request of an audit.
final class Requests {
    private static final Path DEFAULT_POLICY = Path.of("batchable.yaml");

    private Requests() {}

    static AuditRequest of(List<String> paths, InputOptions input, ScopeOptions scope)
            throws IOException, PolicyException, PriceFileException {
        if (paths.isEmpty()) {
            throw new UsageException("nothing to read; name a request log, a bill or a folder, such as"
                    + " 'batchable audit exports/', or '-' for standard input");
        }
        if (input.threads < 1) {
            throw new UsageException("--threads " + input.threads + ": expected a number from 1 on, such as 2");
        }
        Optional<Path> file = policyFile(input);
        Policy policy = file.isPresent() ? PolicyReader.read(file.get()) : Policy.EMPTY;
        return new AuditRequest(
                paths,
                new ReadingOptions(
                        input.threads,
                        ReadingOptions.CHUNK_BYTES,
                        forced(input.formats.forced),
                        mappings(input.formats.map, policy)),
                scope(scope, policy),
                policy,
                file.isPresent()
                        ? Optional.of(new AuditRequest.PolicyFile(file.get().toString(), sha256(file.get())))
                        : Optional.empty(),
                prices(input.prices),
                Version.text());
    }

    /// For looking at files one by one, without a policy.
    static ReadingOptions reading(FormatOptions formats) {
        return new ReadingOptions(
                1, ReadingOptions.CHUNK_BYTES, forced(formats.forced), mappings(formats.map, Policy.EMPTY));
    }

    private static Optional<Path> policyFile(InputOptions input) {
        return input.policy.or(() -> Optional.of(DEFAULT_POLICY).filter(Files::exists));
    }

    static PriceBook prices(Optional<Path> file) throws PriceFileException {
        PriceBook embedded = PriceBook.embedded();
        return file.isPresent() ? embedded.with(PriceBook.read(file.get())) : embedded;
    }

    private static AuditRequest.Scope scope(ScopeOptions scope, Policy policy) {
        if (scope.since.isPresent()
                && scope.until.isPresent()
                && !scope.since.get().isBefore(scope.until.get())) {
            throw new UsageException("--since " + scope.since.get() + " --until " + scope.until.get()
                    + " holds no day; --until is the day after the last");
        }
        return new AuditRequest.Scope(
                scope.since,
                scope.until,
                scope.zone,
                scope.asOf,
                scope.groupBy.stream().map(Requests::groupKey).toList(),
                scope.currency.map(Requests::currency).or(policy::currency),
                scope.cost);
    }

    private static GroupKey groupKey(String text) {
        try {
            return GroupKey.parse(text);
        } catch (IllegalArgumentException bad) {
            throw new UsageException("--group-by: " + bad.getMessage());
        }
    }

    private static String currency(String text) {
        try {
            return Amounts.currency(text);
        } catch (IllegalArgumentException bad) {
            throw new UsageException("--currency: " + bad.getMessage());
        }
    }

    private static List<FormatMapping> mappings(Map<String, String> map, Policy policy) {
        List<FormatMapping> mappings = new ArrayList<>();
        if (!map.isEmpty()) {
            mappings.add(new FormatMapping(FormatMapping.COMMAND_LINE, "command line", Glob.of("*"), map));
        }
        mappings.addAll(policy.formats());
        return mappings;
    }

    private static Map<String, String> forced(List<String> options) {
        Map<String, String> forced = new LinkedHashMap<>();
        for (String option : options) {
            int colon = option.indexOf(':');
            if (colon <= 0 || colon == option.length() - 1) {
                throw new UsageException("--format " + option + ": expected ID:PATH, such as generic:export.csv");
            }
            forced.put(option.substring(colon + 1), option.substring(0, colon));
        }
        return forced;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
