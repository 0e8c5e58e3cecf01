package dev.batchable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.Rules;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Pages that mirror code say what the code says.
class DocsTest {
    private static final Path CHECKLIST = Path.of("docs/checklist.md");
    private static final String BEGIN = "<!-- rules begin -->\n";
    private static final String END = "<!-- rules end -->\n";

    @Test
    void theChecklistPageListsEveryRule() throws IOException {
        String page = Files.readString(CHECKLIST);
        String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        String wanted = before + rules() + page.substring(page.indexOf(END));
        if (System.getProperty("golden.update") != null) {
            Files.writeString(CHECKLIST, wanted);
            return;
        }
        assertThat(page)
                .as("run this test with -Dgolden.update and read the diff")
                .isEqualTo(wanted);
    }

    private static String rules() {
        return Rules.all().stream()
                .map(rule -> "| `" + rule.id() + "` | "
                        + new BigDecimal(String.valueOf(rule.value()))
                                .stripTrailingZeros()
                                .toPlainString()
                        + " | " + rule.unit() + " | " + rule.source() + " |\n")
                .collect(Collectors.joining("", "| rule | value | unit | source |\n|---|---|---|---|\n", ""));
    }

    @Test
    void everyLinkBetweenPagesLeadsSomewhere() throws IOException {
        Pattern link = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            List<Path> pages = Stream.concat(
                            Stream.of(Path.of("README.md"), Path.of("samples/README.md")),
                            docs.filter(page -> page.toString().endsWith(".md")))
                    .toList();
            assertThat(pages).hasSizeGreaterThan(5);
            for (Path page : pages) {
                List<String> targets = link.matcher(Files.readString(page))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .toList();
                for (String target : targets) {
                    assertThat(page.resolveSibling(target))
                            .as(page + " links to " + target)
                            .exists();
                }
            }
        }
    }
}
