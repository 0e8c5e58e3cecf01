package dev.batchable.audit;

import dev.batchable.input.ReadingOptions;
import dev.batchable.policy.Policy;
import dev.batchable.policy.PolicyException;
import dev.batchable.policy.PolicyReader;
import dev.batchable.price.CostMode;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.report.AuditReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Runs a log through the whole audit, from its text to the report.
///
/// @param since first day of the window
/// @param until day after the last
record Audited(PriceBook prices, Policy policy, LocalDate since, LocalDate until) {
    static Policy policy(String yaml) {
        try {
            return PolicyReader.read("batchable.yaml", yaml);
        } catch (PolicyException wrong) {
            throw new AssertionError(yaml, wrong);
        }
    }

    /// @param log in any format that is read
    AuditReport report(String log) {
        InputStream in = new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8));
        try {
            return Audit.run(request(), in).report();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private AuditRequest request() {
        return new AuditRequest(
                List.of("-"),
                ReadingOptions.threads(1),
                new AuditRequest.Scope(
                        Optional.of(since),
                        Optional.of(until),
                        ZoneOffset.UTC,
                        Optional.empty(),
                        List.of(),
                        policy.currency(),
                        CostMode.AUTO),
                policy,
                Optional.empty(),
                prices,
                "test");
    }
}
