package dev.batchable.input;

import java.util.Optional;

/// Reads JSON documents one by one, so that a bad one never costs its neighbours.
final class JsonLines<F extends Enum<F>> implements UnitReader<F> {
    private final JsonWalk walk;
    private final PathTree.Node root;

    JsonLines(PathTree<F> tree, JsonWalk walk) {
        this.walk = walk;
        root = tree.root();
    }

    @Override
    public void read(Chunk chunk, RowView<F> row, Units units) {
        for (int unit = 0; unit < chunk.units(); unit++) {
            PathValues values = row.begin(chunk, unit);
            Optional<String> problem = walk.document(
                    chunk.bytes(), chunk.start(unit), chunk.end(unit), root, values, JsonWalk.Arrays.NONE);
            if (problem.isEmpty()) {
                units.row();
            } else {
                units.problem(chunk.line(unit), problem.orElseThrow());
            }
        }
    }
}
