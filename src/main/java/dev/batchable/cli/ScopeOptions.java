package dev.batchable.cli;

import dev.batchable.price.CostMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which days, in which currency, by which cost, grouped how.
final class ScopeOptions {
    @Option(names = "--since", paramLabel = "DATE", description = "First day, such as 2026-10-01.")
    Optional<LocalDate> since = Optional.empty();

    @Option(names = "--until", paramLabel = "DATE", description = "Day after the last, such as 2026-11-01.")
    Optional<LocalDate> until = Optional.empty();

    @Option(names = "--time-zone", paramLabel = "ZONE", description = "Zone of days and hours. Default: UTC.")
    ZoneId zone = ZoneId.of("UTC");

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Day that judges waivers, price changes and the catalog's age. Default: the window's end.")
    Optional<LocalDate> asOf = Optional.empty();

    @Option(
            names = "--group-by",
            paramLabel = "KEYS",
            split = ",",
            description =
                    "Name workloads by these keys instead: key, team, project, service, user_agent, model, provider,"
                            + " workload, tag:NAME.")
    List<String> groupBy = List.of();

    @Option(names = "--currency", paramLabel = "CODE", description = "Report's currency. Default: that of most spend.")
    Optional<String> currency = Optional.empty();

    @Option(
            names = "--cost",
            paramLabel = "MODE",
            defaultValue = "auto",
            description = "auto: logged cost where there is one, else tokens x price; logged; priced. Default: auto.")
    CostMode cost = CostMode.AUTO;

    @Option(names = "--strict", description = "Any unit that cannot be used makes the input unusable (exit code 4).")
    boolean strict;
}
