package dev.batchable.input.format;

import dev.batchable.input.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The spellings of one column of Azure Monitor. Tables of Log Analytics write `CorrelationId`, the portal's CSV
/// adds the zone to times (`TimeGenerated [UTC]`), resource logs in storage and event hubs write `correlationId`
/// beside or inside `properties`, and the table AzureDiagnostics adds the type (`correlationId_g`).
///
/// <https://learn.microsoft.com/azure/azure-monitor/platform/resource-logs-schema>
final class AzureColumns {
    private static final List<String> TYPES = List.of("_s", "_d", "_t", "_b", "_g");

    private AzureColumns() {}

    /// @param names as tables write them, in order of preference; what stands inside JSON parted by dots
    static String[] spellings(String... names) {
        return Stream.of(names).flatMap(AzureColumns::spellings).toArray(String[]::new);
    }

    /// Whether one spelling of the column stands in the head.
    static boolean has(Head head, String name) {
        return spellings(name).anyMatch(head::has);
    }

    private static Stream<String> spellings(String name) {
        int dot = name.indexOf('.');
        String column = dot < 0 ? name : name.substring(0, dot);
        String inside = dot < 0 ? "" : name.substring(dot);
        String camel = Character.toLowerCase(column.charAt(0)) + column.substring(1);
        List<String> columns = new ArrayList<>(List.of(
                column,
                column + " [UTC]",
                camel,
                "properties." + camel,
                "properties." + column,
                "properties_s." + camel));
        TYPES.forEach(type -> columns.add(camel + type));
        return columns.stream().map(spelling -> spelling + inside);
    }
}
