package dev.batchable.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Turns one YAML document into [YamlNode]s.
///
/// Data binding would lose the lines and let a second `gate:` silently replace the first, so the tree is built
/// from the parser's events. An alias becomes the very node that its anchor named: nothing is copied, so nested
/// aliases (the "billion laughs" file) cost no memory, and because a node gets its name only when it is
/// complete, none can contain itself.
final class YamlTree {
    /// A policy is nested five levels deep; the bound keeps the recursion of this class small.
    private static final int MAX_DEPTH = 20;

    private static final String QUOTE_GLOBS = "; a glob that begins with * must be quoted, such as \"*-nightly\"";

    private final YAMLParser parser;
    private final Problems problems;
    private final Map<String, YamlNode> anchors = new HashMap<>();

    private YamlTree(YAMLParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /// The document's root. Problems that leave a tree (a duplicate key, an unknown alias) are only collected.
    ///
    /// @throws PolicyException where the text is no YAML
    static YamlNode read(String text, Problems problems) throws PolicyException {
        try (JsonParser parser = YAMLFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
            return new YamlTree((YAMLParser) parser, problems).document();
        } catch (YamlEngineException e) {
            problems.add(0, "is no valid YAML: " + e.getMessage());
        } catch (JacksonException e) {
            reportSyntax(e, problems);
        }
        throw problems.exception();
    }

    /// The engine's own mark is used where there is one: the location of the Jackson exception is that of the
    /// last good token, often a line too early.
    private static void reportSyntax(JacksonException e, Problems problems) {
        if (e.getCause() instanceof MarkedYamlEngineException marked) {
            int line = marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            String context = marked.getContext();
            String hint = context != null && context.contains("alias") ? QUOTE_GLOBS : "";
            problems.add(line, "is no valid YAML: " + oneLine(marked.getProblem()) + hint);
        } else {
            problems.add(e.getLocation().getLineNr(), "is no valid YAML: " + oneLine(e.getOriginalMessage()));
        }
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s+", " ").strip();
    }

    private YamlNode document() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return new YamlNode.Empty(1);
        }
        YamlNode root = node(first, 0);
        if (parser.nextToken() != null) {
            problems.add(line(), "a second document begins here; expected one");
        }
        return root;
    }

    private YamlNode node(JsonToken token, int depth) {
        int line = line();
        if (depth > MAX_DEPTH) {
            problems.add(line, "is nested more than " + MAX_DEPTH + " levels deep");
            parser.skipChildren();
            return new YamlNode.Empty(line);
        }
        // Taken now: after the last child the parser has forgotten the anchor of the parent.
        Optional<String> anchor = Optional.ofNullable(parser.getObjectId());
        YamlNode node = switch (token) {
            case START_OBJECT -> mapping(line, depth);
            case START_ARRAY -> items(line, depth);
            case VALUE_NULL -> new YamlNode.Empty(line);
            default -> parser.isCurrentAlias() ? alias(line) : new YamlNode.Scalar(line, parser.getString());
        };
        anchor.ifPresent(name -> anchors.put(name, node));
        return node;
    }

    private YamlNode mapping(int line, int depth) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            int keyLine = line();
            String key = parser.currentName();
            YamlNode value = node(parser.nextToken(), depth + 1);
            YamlNode.Entry earlier = entries.putIfAbsent(key, new YamlNode.Entry(keyLine, value));
            if (earlier != null) {
                problems.add(keyLine, "duplicate key '" + key + "'; it stands on line " + earlier.line() + " already");
            }
        }
        return new YamlNode.Mapping(line, entries);
    }

    private YamlNode items(int line, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, depth + 1));
        }
        return new YamlNode.Items(line, items);
    }

    private YamlNode alias(int line) {
        String name = parser.getString();
        YamlNode target = anchors.get(name);
        if (target == null) {
            problems.add(line, "unknown alias '*" + name + "'" + QUOTE_GLOBS);
            return new YamlNode.Empty(line);
        }
        return target;
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
