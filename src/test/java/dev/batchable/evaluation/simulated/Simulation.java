package dev.batchable.evaluation.simulated;

import dev.batchable.evaluation.workload.Label;
import dev.batchable.evaluation.workload.Origin;
import dev.batchable.evaluation.workload.Workload;
import dev.batchable.record.StableHash;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// All simulated workloads, each made only when it is asked for.
///
/// Kind, size and seed decide every call. Odd seeds give the key a name without meaning, even ones a name
/// that misleads: names outlive what they said once.
public final class Simulation {
    private Simulation() {}

    /// All kinds in all sizes.
    public static List<Supplier<Workload>> all(int seeds) {
        return Stream.of(Size.values())
                .flatMap(size -> of(size, seeds).stream())
                .toList();
    }

    /// All kinds in the smallest size, one of each.
    public static List<Supplier<Workload>> small() {
        return of(Size.SMALL, 1);
    }

    private static List<Supplier<Workload>> of(Size size, int seeds) {
        return Kinds.all().stream()
                .flatMap(kind -> LongStream.rangeClosed(1, seeds)
                        .<Supplier<Workload>>mapToObj(seed -> () -> make(kind, size, seed)))
                .toList();
    }

    /// Every interactive kind of workload beside every one that can wait, alike in size.
    public static List<Pair> pairs() {
        return Stream.of(Size.values())
                .flatMap(size -> kinds(Label.INTERACTIVE)
                        .flatMap(one -> kinds(Label.MACHINE)
                                .map(other -> new Pair(() -> make(one, size, 1), () -> make(other, size, 1)))))
                .toList();
    }

    /// Two workloads, made only when they are asked for.
    public record Pair(Supplier<Workload> interactive, Supplier<Workload> machine) {}

    /// The kinds as a table in Markdown, for the documentation.
    public static String table() {
        return Kinds.all().stream()
                .map(kind -> "| `" + kind.name() + "` | " + kind.label().id() + " | " + kind.story() + " |\n")
                .collect(Collectors.joining("", "| kind | truth | who calls, and who waits |\n|---|---|---|\n", ""));
    }

    private static Stream<Kind> kinds(Label label) {
        return Kinds.all().stream().filter(kind -> kind.label() == label);
    }

    static Workload make(Kind kind, Size size, long seed) {
        long own = StableHash.combine(StableHash.of(kind.name() + " " + size.id()), seed);
        Scene scene = new Scene(size, new Dice(own), key(kind.label(), seed));
        kind.script().accept(scene);
        return new Workload(new Origin(kind.name(), size.id() + " " + seed, "rich"), scene.traffic());
    }

    private static String key(Label label, long seed) {
        if (seed % 2 == 1) {
            return "key-a";
        }
        return label == Label.MACHINE ? "support-chat" : "nightly-batch";
    }
}
