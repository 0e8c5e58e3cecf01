package dev.batchable.policy;

import dev.batchable.policy.YamlNode.Entry;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Typed, strict access to one mapping of the policy. What is wrong is collected and reading goes on, so that
/// one run names everything; the values handed out meanwhile are never seen by anybody, because a policy with
/// problems is not returned.
final class Entries {
    private final Section section;
    private final int line;
    private final Map<String, Entry> entries;
    private final Problems problems;

    private Entries(Section section, YamlNode.Mapping mapping, Problems problems) {
        this.section = section;
        this.line = mapping.line();
        this.entries = mapping.entries();
        this.problems = problems;
    }

    /// The mapping behind a node, its keys checked; empty, with a problem, where the node is no mapping. A key
    /// whose lines are all commented out is an empty mapping, so that a draft can be filled in bit by bit.
    static Optional<Entries> of(Section section, YamlNode node, Problems problems) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Optional.of(checked(section, mapping, problems));
        }
        if (node instanceof YamlNode.Empty empty && !section.equals(Section.POLICY)) {
            return Optional.of(checked(section, new YamlNode.Mapping(empty.line(), Map.of()), problems));
        }
        problems.add(node.line(), section.label() + " is " + node.kind() + "; expected a mapping");
        return Optional.empty();
    }

    private static Entries checked(Section section, YamlNode.Mapping mapping, Problems problems) {
        Entries entries = new Entries(section, mapping, problems);
        entries.checkKeys();
        return entries;
    }

    int line() {
        return line;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    void problem(String key, String text) {
        problems.add(Optional.ofNullable(entries.get(key)).map(Entry::line).orElse(line), text);
    }

    /// @param parser throws [IllegalArgumentException] or [DateTimeException] for what it cannot read
    <T> Optional<T> value(String name, Function<String, T> parser) {
        return node(name).flatMap(node -> parsed(name, node, parser));
    }

    /// The value of a required key; `meanwhile` where it is missing or wrong, which is reported.
    <T> T value(String name, Function<String, T> parser, T meanwhile) {
        return value(name, parser).orElse(meanwhile);
    }

    Optional<String> text(String name) {
        return value(name, Function.identity());
    }

    /// One of a few words, with the nearest one for a mistyped word.
    <T> Optional<T> word(String name, Map<String, T> words) {
        return node(name).flatMap(node -> wordOf(name, node, words));
    }

    /// A scalar or a list of scalars.
    <T> List<T> values(String name, Function<String, T> parser) {
        List<T> values = new ArrayList<>();
        for (YamlNode item : items(name)) {
            parsed(name, item, parser).ifPresent(values::add);
        }
        return values;
    }

    <T> List<T> words(String name, Map<String, T> words) {
        List<T> values = new ArrayList<>();
        for (YamlNode item : items(name)) {
            wordOf(name, item, words).ifPresent(values::add);
        }
        return values;
    }

    Optional<Entries> section(String name, Section inner) {
        return node(name).flatMap(node -> of(inner, node, problems));
    }

    List<Entries> sections(String name, Section inner) {
        Optional<YamlNode> node = node(name);
        if (node.isEmpty() || node.get() instanceof YamlNode.Empty) {
            return List.of();
        }
        if (!(node.get() instanceof YamlNode.Items list)) {
            wrong(name, node.get(), "");
            return List.of();
        }
        return list.items().stream()
                .flatMap(item -> of(inner, item, problems).stream())
                .toList();
    }

    private void checkKeys() {
        entries.forEach((name, entry) -> {
            if (!section.names().contains(name)) {
                String place = section.equals(Section.POLICY) ? "" : " under " + section.label();
                problems.add(entry.line(), "unknown key '" + name + "'" + place + known(name));
            }
        });
        for (Section.Key key : section.keys()) {
            if (key.required() && !entries.containsKey(key.name())) {
                problems.add(line, "'" + key.name() + "' is missing in " + section.label() + key.expectation());
            }
        }
    }

    private String known(String name) {
        String hint = Nearest.hint(name, section.names());
        return hint.isEmpty() ? "; expected one of " + String.join(", ", section.names()) : hint;
    }

    private Optional<YamlNode> node(String name) {
        // Naming a key that the section does not list is a mistake of the reader, not of the file.
        Section.Key key = section.key(name);
        return Optional.ofNullable(entries.get(key.name())).map(Entry::value);
    }

    private List<YamlNode> items(String name) {
        Optional<YamlNode> node = node(name);
        if (node.isPresent() && node.get() instanceof YamlNode.Items list) {
            if (list.items().isEmpty()) {
                problems.add(
                        list.line(),
                        name + " is an empty list" + section.key(name).expectation());
            }
            return list.items();
        }
        return node.map(List::of).orElse(List.of());
    }

    private <T> Optional<T> wordOf(String name, YamlNode node, Map<String, T> words) {
        Optional<String> text = parsed(name, node, Function.identity());
        if (text.isPresent() && !words.containsKey(text.get())) {
            wrong(name, node, Nearest.hint(text.get(), words.keySet()));
        }
        return text.flatMap(found -> Optional.ofNullable(words.get(found)));
    }

    private <T> Optional<T> parsed(String name, YamlNode node, Function<String, T> parser) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
            try {
                return Optional.of(parser.apply(scalar.text().strip()));
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                // Our own sentence says more about the key than the parser's can.
            }
        }
        wrong(name, node, "");
        return Optional.empty();
    }

    private void wrong(String name, YamlNode node, String hint) {
        problems.add(
                node.line(), name + " is " + node.kind() + section.key(name).expectation() + hint);
    }
}
