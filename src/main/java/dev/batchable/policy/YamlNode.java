package dev.batchable.policy;

import java.util.List;
import java.util.Map;

/// A piece of YAML and the line it begins on. Every scalar is text: what a value means is for the policy to
/// say, not for YAML, so `no` is never false and `06:00` never a number.
sealed interface YamlNode {
    int line();

    /// What it is, for messages.
    String kind();

    record Scalar(int line, String text) implements YamlNode {
        @Override
        public String kind() {
            return "'" + text + "'";
        }
    }

    /// A key without a value.
    record Empty(int line) implements YamlNode {
        @Override
        public String kind() {
            return "empty";
        }
    }

    record Items(int line, List<YamlNode> items) implements YamlNode {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /// A mapping, in the order of the file.
    record Mapping(int line, Map<String, Entry> entries) implements YamlNode {
        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /// A value and the line of its key.
    record Entry(int line, YamlNode value) {}
}
