package dev.batchable.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenTest {
    @Test
    void showsWhatDiffersWithSomeLinesAround() {
        assertThat(Golden.difference(
                        Path.of("x.txt"), List.of("a", "b", "c", "d", "e", "f"), List.of("a", "b", "c", "D", "e", "f")))
                .isEqualTo("""
                        --- x.txt
                        +++ actual
                        @@ line 4 @@
                         a
                         b
                         c
                        -d
                        +D
                         e
                         f""");
    }

    @Test
    void saysSoWhereOnlyLineEndsDiffer() {
        assertThat(Golden.difference(Path.of("x.txt"), List.of("a"), List.of("a")))
                .contains("line ends differ");
    }
}
