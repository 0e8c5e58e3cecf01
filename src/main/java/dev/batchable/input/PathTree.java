package dev.batchable.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A [FieldTable] made ready for reading: the wanted paths as a tree, in which one look-up by key decides
/// whether a value is wanted, entered or skipped.
///
/// A path does not tell where a key ends, since keys may contain dots. Each node therefore knows every
/// descendant by the joined rest of its path too, so that `{"gen_ai.usage": {"input_tokens": 1}}` and
/// `{"gen_ai": {"usage": {"input_tokens": 1}}}` lead to the same node.
///
/// @param <F> the fields of the table
final class PathTree<F extends Enum<F>> {
    /// One segment of the wanted paths; `id` numbers the nodes from 0.
    static final class Node {
        private final int id;
        private final String path;
        private final Optional<String> shownPath;
        private final Node[] ancestors;
        private final Map<String, Node> below = new HashMap<>();
        /// This node as [#below] gives it, for every key of every document.
        private final Optional<Node> found = Optional.of(this);
        private final boolean gathers;
        private boolean wanted;

        private Node(int id, String path, Node[] ancestors) {
            this.id = id;
            this.path = path;
            this.shownPath = Optional.of(path).filter(text -> !text.isEmpty());
            this.ancestors = ancestors;
            this.gathers = ("." + path + ".").contains("." + FieldTable.EACH + ".");
        }

        int id() {
            return id;
        }

        String path() {
            return path;
        }

        /// The same; empty for the root.
        Optional<String> shownPath() {
            return shownPath;
        }

        /// From the outermost to the parent, without the root.
        Node[] ancestors() {
            return ancestors;
        }

        Optional<Node> below(String key) {
            Node node = below.get(key);
            return node == null ? Optional.empty() : node.found;
        }

        /// Whether a field is bound to this very path.
        boolean wanted() {
            return wanted;
        }

        /// Whether values of several elements of an array come together here.
        boolean gathers() {
            return gathers;
        }

        /// Whether fields are bound to paths below this one.
        boolean inner() {
            return !below.isEmpty();
        }
    }

    private static final Node[] NONE = {};
    /// A place below which nothing is wanted.
    static final Node NOTHING = new Node(0, "", NONE);

    private final Node root = new Node(0, "", NONE);
    private final Map<F, Node[]> byField;
    private int size = 1;

    PathTree(Collection<FieldTable.Binding<F>> bindings) {
        Map<F, List<Node>> places = new HashMap<>();
        for (FieldTable.Binding<F> binding : bindings) {
            Node node = place(binding.path());
            node.wanted = true;
            places.computeIfAbsent(binding.field(), field -> new ArrayList<>()).add(node);
        }
        Map<F, Node[]> arrays = new HashMap<>();
        places.forEach((field, nodes) -> arrays.put(field, nodes.toArray(NONE)));
        byField = arrays.isEmpty() ? arrays : new EnumMap<>(arrays);
    }

    Node root() {
        return root;
    }

    int size() {
        return size;
    }

    /// The places of a field in order of preference.
    Node[] places(F field) {
        // Asked for many times a row; getOrDefault of an enum map looks twice.
        Node[] places = byField.get(field);
        return places == null ? NONE : places;
    }

    private Node place(String path) {
        List<Node> way = new ArrayList<>();
        Node node = root;
        for (int cut = path.indexOf('.'), from = 0; from >= 0; from = cut + 1, cut = path.indexOf('.', from)) {
            int end = cut < 0 ? path.length() : cut;
            node = step(node, path.substring(from, end), path.substring(0, end), way);
            if (cut < 0) {
                break;
            }
        }
        join(way);
        return node;
    }

    private Node step(Node from, String segment, String path, List<Node> way) {
        Node next = from.below.computeIfAbsent(segment, key -> new Node(size++, path, way.toArray(NONE)));
        way.add(next);
        return next;
    }

    private void join(List<Node> way) {
        for (int upper = -1; upper < way.size() - 1; upper++) {
            Node above = upper < 0 ? root : way.get(upper);
            int cut = upper < 0 ? 0 : above.path.length() + 1;
            for (Node lower : way.subList(upper + 1, way.size())) {
                above.below.putIfAbsent(lower.path.substring(cut), lower);
            }
        }
    }
}
