package dev.batchable.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.format.LogFormats;
import dev.batchable.record.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds `docs/policy.md` to the code that reads the file.
class PolicyReferenceTest {
    private static final Path REFERENCE = Path.of("docs/policy.md");

    @Test
    void theReferenceListsExactlyTheKeysThatAreRead() throws IOException {
        Map<String, List<String>> documented = documentedRows();

        for (Section section : Section.all()) {
            if (!section.equals(Section.MAP)) {
                assertThat(documented.remove(heading(section)))
                        .as(heading(section))
                        .containsExactlyElementsOf(section.keys().stream()
                                .map(PolicyReferenceTest::row)
                                .toList());
            }
        }
        assertThat(documented).as("tables without a section").isEmpty();
    }

    @Test
    void theReferenceNamesEveryFieldOfAMap() throws IOException {
        String text = Files.readString(REFERENCE);
        String fields = text.substring(text.indexOf("The fields of a `map` are"));
        Matcher words = Pattern.compile("`([a-z_0-9]+)`").matcher(fields.substring(fields.indexOf(" are ")));

        assertThat(new TreeSet<>(words.results().map(word -> word.group(1)).toList()))
                .isEqualTo(new TreeSet<>(FormatMapping.fieldNames().keySet()));
    }

    @ParameterizedTest
    @MethodSource("fieldNames")
    void everyFieldOfAMapIsKnownToTheFormatThatReadsByIt(String name) {
        FieldTable<Field> table =
                LogFormats.generic(Map.of(name, "column")).fields(Head.flat(Head.Shape.CSV, List.of(), Set.of()));

        assertThat(table.paths(Optional.ofNullable(FormatMapping.fieldNames().get(name))
                        .orElseThrow()))
                .startsWith("column");
    }

    static Set<String> fieldNames() {
        return FormatMapping.fieldNames().keySet();
    }

    @Test
    void theExampleOfTheReferenceIsAPolicy() throws IOException, PolicyException {
        String text = Files.readString(REFERENCE);
        int begin = text.indexOf("```yaml\n") + "```yaml\n".length();
        Policy policy = PolicyReader.read("docs/policy.md", text.substring(begin, text.indexOf("```", begin)));

        assertThat(policy.workloads()).hasSize(1);
        assertThat(policy.gate().failAbove()).isPresent();
    }

    private static Map<String, List<String>> documentedRows() throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        String heading = "";
        for (String line : Files.readAllLines(REFERENCE)) {
            if (line.startsWith("### ")) {
                heading = line.substring("### ".length());
            } else if (line.startsWith("| `")) {
                String withoutMeaning = Arrays.stream(line.split(" \\| "))
                        .limit(4)
                        .reduce((left, right) -> left + " | " + right)
                        .orElseThrow();
                rows.computeIfAbsent(heading, key -> new ArrayList<>()).add(withoutMeaning);
            }
        }
        return rows;
    }

    private static String heading(Section section) {
        return section.equals(Section.POLICY) ? "The policy" : "`" + section.label() + "`";
    }

    private static String row(Section.Key key) {
        String example = "`" + key.example().replace(" or ", "` or `") + "`";
        return "| `" + key.name() + "` | " + (key.required() ? "yes" : "no") + " | " + key.expects() + " | " + example;
    }
}
