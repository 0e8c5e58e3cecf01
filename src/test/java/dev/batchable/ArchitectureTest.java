package dev.batchable;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchitectureTest {
    private static final Path DRAWING = Path.of("docs/architecture.puml");
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.batchable");

    @Test
    void packagesDependAsDrawn() {
        asDrawnIn(DRAWING).check(MAIN);
    }

    @Test
    void anArrowMissingFromTheDrawingIsNoticed(@TempDir Path folder) throws IOException {
        Path poorer = folder.resolve("poorer.puml");
        Files.writeString(poorer, Files.readString(DRAWING).replace("[checklist] --> [price]\n", ""));
        assertThatThrownBy(() -> asDrawnIn(poorer).check(MAIN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("dev.batchable.price");
    }

    @Test
    void everyPackageIsDrawn() throws IOException {
        Set<String> drawn = Pattern.compile("<<(dev\\.batchable[.a-z]*)>>")
                .matcher(Files.readString(DRAWING))
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = MAIN.stream()
                .map(type -> type.getPackage())
                .map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).isEqualTo(drawn);
    }

    @Test
    void onlyCliKnowsPicocli() {
        onlyIn("dev.batchable.cli..", "picocli..");
    }

    @Test
    void onlyInputKnowsUnivocity() {
        onlyIn("dev.batchable.input..", "com.univocity..");
    }

    @Test
    void onlySketchesKnowHdrHistogram() {
        onlyIn("dev.batchable.profile.sketch..", "org.HdrHistogram..");
    }

    private static ArchRule asDrawnIn(Path drawing) {
        return classes()
                .should(adhereToPlantUmlDiagram(drawing, consideringOnlyDependenciesInAnyPackage("dev.batchable..")));
    }

    private static void onlyIn(String room, String library) {
        noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(MAIN);
    }
}
