package dev.batchable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The recipes of docs/evidence.md, run by the shell, print what stands below them. Needs jq and the packaged
/// program, hence not part of the default build. `-Dgolden.update` writes the outputs anew.
@Tag("evaluation")
class EvidenceDocTest {
    private static final Path PAGE = Path.of("docs/evidence.md");
    private static final Pattern RECIPE = Pattern.compile("```sh\n(.*?)```\n(?:\n```text\n.*?```\n)?", Pattern.DOTALL);

    @Test
    void everyRecipePrintsWhatThePageSays() throws IOException, InterruptedException {
        String page = Files.readString(PAGE);
        StringBuilder run = new StringBuilder();
        Matcher recipes = RECIPE.matcher(page);
        while (recipes.find()) {
            recipes.appendReplacement(run, Matcher.quoteReplacement(withOutput(recipes.group(1))));
        }
        recipes.appendTail(run);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, run);
        }
        assertThat(page.split("```text", -1)).as("recipes with an output").hasSizeGreaterThan(7);
        assertThat(Files.readString(PAGE)).isEqualTo(run.toString());
    }

    private static String withOutput(String recipe) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-ec", recipe)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        shell.getOutputStream().close();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(recipe).isZero();
        String block = "```sh\n" + recipe + "```\n";
        return printed.isEmpty() ? block : block + "\n```text\n" + printed + "```\n";
    }
}
