package dev.batchable.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads JSON documents whose units stand in arrays inside them ([Nesting]).
///
/// Problem: what stands around an array belongs to each element, also where it comes after the array. Method:
/// each level is walked once for its own values, noting only where the elements of its array begin and end;
/// then the elements are walked one after the other, each beginning with the values around it. Consequence: a
/// byte is passed over once a level, at the speed of skipping, and a document that is damaged anywhere is one
/// problem and gives no units.
final class NestedJson<F extends Enum<F>> implements UnitReader<F> {
    private final JsonWalk walk;
    private final PathTree.Node root;
    private final List<Set<String>> steps;

    NestedJson(PathTree<F> tree, JsonWalk walk, Nesting nesting) {
        this.walk = walk;
        root = tree.root();
        steps = nesting.steps();
    }

    @Override
    public void read(Chunk chunk, RowView<F> row, Units units) {
        Document document = new Document(chunk.bytes(), row, units);
        for (int unit = 0; unit < chunk.units(); unit++) {
            PathValues values = row.begin(chunk, unit);
            document.level(new Element(chunk.start(unit), chunk.end(unit), chunk.line(unit)), 0, values);
        }
    }

    /// Where an object stands in the bytes, and on which line it begins.
    private record Element(int from, int to, long line) {}

    /// The elements of the array found at a level.
    private final class Found implements JsonWalk.Arrays {
        private final byte[] bytes;
        private final int step;
        private final List<Element> elements = new ArrayList<>();
        private int next;
        private int counted;
        private long line;

        private Found(byte[] bytes, Element around, int step) {
            this.bytes = bytes;
            this.step = step;
            counted = around.from;
            line = around.line;
        }

        @Override
        public boolean leadsOn(String path) {
            return steps.subList(step, steps.size()).stream()
                    .flatMap(Set::stream)
                    .anyMatch(key ->
                            key.length() > path.length() && key.startsWith(path) && key.charAt(path.length()) == '.');
        }

        @Override
        public boolean wants(String path) {
            for (int later = step; later < steps.size(); later++) {
                if (steps.get(later).contains(path)) {
                    next = later + 1;
                    return true;
                }
            }
            return false;
        }

        @Override
        public void element(int from, int to) {
            line += ByteScan.count(bytes, counted, from, '\n');
            counted = from;
            elements.add(new Element(from, to, line));
        }

        private boolean any() {
            return next > step;
        }
    }

    /// Documents of one chunk.
    private final class Document {
        private final byte[] bytes;
        private final RowView<F> row;
        private final Units units;

        private Document(byte[] bytes, RowView<F> row, Units units) {
            this.bytes = bytes;
            this.row = row;
            this.units = units;
        }

        private void level(Element element, int step, PathValues values) {
            Found found = new Found(bytes, element, step);
            boolean innermost = step == steps.size();
            Optional<String> problem = walk.document(
                    bytes, element.from, element.to, root, values, innermost ? JsonWalk.Arrays.NONE : found);
            if (problem.isPresent()) {
                units.problem(element.line, problem.orElseThrow());
            } else if (found.any() && !found.elements.isEmpty()) {
                each(found, values);
            } else if (found.any() || (step > 0 && !innermost)) {
                units.empty();
            } else {
                row.at(bytes, element.from, element.to, element.line);
                units.row();
            }
        }

        private void each(Found found, PathValues values) {
            PathValues.Saved around = values.save();
            for (Element element : found.elements) {
                values.restore(around);
                level(element, found.next, values);
            }
        }
    }
}
