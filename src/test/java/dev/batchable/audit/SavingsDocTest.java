package dev.batchable.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.price.TestPrices;
import dev.batchable.report.json.JsonReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The worked examples of `docs/savings.md` come out of the program as they stand there.
///
/// An example is a table of calls, a policy, and a table of figures: members of the only workload, or of the
/// whole report where they begin with `report.`. An estimate has three columns and everything else one.
class SavingsDocTest {
    private static final Path PAGE = Path.of("docs/savings.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- example: (\\S+) (\\S+) to (\\S+) -->\n(.*?)<!-- end -->", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("(?:^\\|.*\n)+", Pattern.MULTILINE);
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    /// Figures of the page have at most so many decimals.
    private static final int DECIMALS = 6;

    /// @param from first day of the window
    /// @param to day after the last
    record Example(String name, LocalDate from, LocalDate to, String text) {
        List<Map<String, String>> table(int number) {
            List<String> tables =
                    TABLE.matcher(text).results().map(MatchResult::group).toList();
            assertThat(tables).as(name).hasSize(2);
            return Tables.rows(tables.get(number));
        }

        String policy() {
            return YAML.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse("version: 1\n");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Example> examples() throws IOException {
        List<Example> all = EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map(found -> new Example(
                        found.group(1),
                        LocalDate.parse(found.group(2)),
                        LocalDate.parse(found.group(3)),
                        found.group(4)))
                .toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(10);
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleComesOutAsItStands(Example example) {
        Audited audited =
                new Audited(TestPrices.book(), Audited.policy(example.policy()), example.from(), example.to());
        JsonNode report = new JsonMapper().readTree(JsonReport.toText(audited.report(log(example))));
        List<String> found = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (Map<String, String> figure : example.table(1)) {
            expected.add(line(figure, cell(figure, "low"), cell(figure, "expected"), cell(figure, "high")));
            found.add(found(figure, report));
        }
        assertThat(String.join("\n", found)).isEqualTo(String.join("\n", expected));
    }

    private static String log(Example example) {
        LogRows rows = new LogRows();
        for (Map<String, String> row : example.table(0)) {
            LogRows.Call call = new LogRows.Call(
                    "work",
                    cell(row, "model"),
                    row.getOrDefault("operation", "chat"),
                    row.getOrDefault("region", ""),
                    row.getOrDefault("tier", "standard"),
                    count(row, "input"),
                    count(row, "cached"),
                    count(row, "output"),
                    "");
            LocalDate.parse(cell(row, "from"))
                    .datesUntil(LocalDate.parse(cell(row, "until")))
                    .forEach(day -> rows.add(day, count(row, "a day"), call));
        }
        return rows.text();
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), () -> "no column " + column);
    }

    private static long count(Map<String, String> row, String column) {
        String cell = row.getOrDefault(column, "").replace(",", "");
        return cell.isEmpty() ? 0 : Long.parseLong(cell);
    }

    /// An empty cell is not compared.
    private static String found(Map<String, String> figure, JsonNode report) {
        String path = name(figure);
        JsonNode node = path.startsWith("report.")
                ? at(report, path.substring("report.".length()))
                : at(report.path("workloads").path(0), path);
        if (!node.isObject()) {
            return line(figure, "", text(node), "");
        }
        return line(
                figure,
                cell(figure, "low").isEmpty() ? "" : text(node.path("low")),
                text(node.path("expected")),
                cell(figure, "high").isEmpty() ? "" : text(node.path("high")));
    }

    private static JsonNode at(JsonNode node, String path) {
        JsonNode found = node;
        for (String step : path.split("\\.", -1)) {
            found = step.chars().allMatch(Character::isDigit) ? found.path(Integer.parseInt(step)) : found.path(step);
        }
        return found;
    }

    private static String name(Map<String, String> figure) {
        return cell(figure, "figure").replace("`", "");
    }

    private static String line(Map<String, String> figure, String low, String expected, String high) {
        return name(figure) + " | " + low + " | " + expected + " | " + high;
    }

    private static String text(JsonNode node) {
        if (!node.isNumber()) {
            return node.isMissingNode() ? "(no such member)" : node.isNull() ? "null" : node.asString();
        }
        BigDecimal rounded = new BigDecimal(node.asString()).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /// Members of the report that hold money, in the objects that this page is about.
    @Test
    void everyFigureOfMoneyIsDefined() throws IOException {
        JsonNode shapes = new JsonMapper()
                .readTree(Files.readString(Path.of("docs/report.schema.json")))
                .path("$defs");
        String page = Files.readString(PAGE);
        List<String> figures = Stream.of("totals", "workload", "line", "saving", "net", "owner")
                .flatMap(shape -> shapes.path(shape).path("properties").properties().stream())
                .filter(member -> isMoney(member.getValue()))
                .map(Map.Entry::getKey)
                .distinct()
                .toList();

        assertThat(figures).hasSizeGreaterThan(20);
        assertThat(figures).allSatisfy(figure -> assertThat(page).contains("`" + figure + "`"));
    }

    private static boolean isMoney(JsonNode member) {
        String text = member.toString();
        return member.path("type").toString().contains("\"number\"") || text.contains("#/$defs/estimate");
    }
}
