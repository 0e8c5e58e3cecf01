package dev.batchable.input;

import dev.batchable.policy.FormatMapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Chooses who reads a file: a forced format, then a mapping of the user that fits, then the most specific
/// format that claims it, bills before the generic log format.
final class FormatChoice {
    private static final int MAX_NAMES = 12;

    private final Formats formats;
    private final ReadingOptions options;
    private final List<FormatReader<?>> known;
    private final Set<FormatMapping> fitting = new HashSet<>();

    /// @throws UnknownNameException where an option names a format or field that does not exist
    FormatChoice(Formats formats, ReadingOptions options) {
        this.formats = formats;
        this.options = options;
        known = Stream.of(
                        formats.logs().stream().map(FormatReader::log),
                        formats.bills().stream().map(FormatReader::bill),
                        Stream.of(FormatReader.log(formats.generic().apply(Map.of()))))
                .<FormatReader<?>>flatMap(Function.identity())
                .toList();
        options.mappings().forEach(this::mapped);
        options.forced().values().forEach(this::byId);
    }

    /// @throws UnusableInputException where nobody can read it; the message says what would help
    FormatReader<?> choose(String path, Detected detected) throws UnusableInputException {
        String forced = options.forced().get(path);
        if (forced != null) {
            return byId(forced);
        }
        Optional<FormatMapping> mapping = options.mappings().stream()
                .filter(each -> fits(each, path, detected))
                .findFirst();
        if (mapping.isPresent()) {
            fitting.add(mapping.orElseThrow());
            requireMappedColumns(mapping.orElseThrow(), detected);
        }
        Optional<FormatReader<?>> specific = Stream.<FormatReader<?>>concat(
                        mapping.stream().map(this::mapped), known.stream().limit(known.size() - 1L))
                .filter(reader -> reader.claims().test(detected.head()))
                .findFirst();
        return specific.isPresent() ? specific.orElseThrow() : lastResort(detected);
    }

    private FormatReader<?> lastResort(Detected detected) throws UnusableInputException {
        Optional<Refusal> refusal = formats.refusals().stream()
                .filter(each -> each.claims().test(detected.head()))
                .findFirst();
        if (refusal.isPresent()) {
            throw new UnusableInputException(refusal.orElseThrow().message());
        }
        FormatReader<?> generic = known.get(known.size() - 1);
        if (!generic.claims().test(detected.head())) {
            throw new UnusableInputException(unrecognised(detected));
        }
        return generic;
    }

    /// A mapping is taken as meant: a column that it names and a file does not have is a mistake in either, and reading
    /// on by the well-known names would hide it. Keys of later JSON documents are not known beforehand.
    private void requireMappedColumns(FormatMapping mapping, Detected detected) throws UnusableInputException {
        List<String> missing = mapping.map().values().stream()
                .filter(column -> !detected.holds(column, Nesting.FLAT))
                .sorted()
                .toList();
        if (detected.head().shape() == Head.Shape.CSV && !missing.isEmpty()) {
            throw new UnusableInputException("the mapping '" + mapping.name() + "' names " + String.join(", ", missing)
                    + ", which the file does not have; it has " + names(detected.head()) + "; correct the mapping");
        }
    }

    /// To be asked when all inputs have been seen. Mappings of a policy may be for files of another day.
    ///
    /// @throws UnknownNameException where the command line's mapping fits no input
    void requireFittingMap() {
        for (FormatMapping mapping : options.mappings()) {
            if (mapping.line() == FormatMapping.COMMAND_LINE && !fitting.contains(mapping)) {
                throw new UnknownNameException("--map names "
                        + mapping.map().values().stream().sorted().collect(Collectors.joining(", "))
                        + ", but no input has such a column; see the header of the file");
            }
        }
    }

    /// @throws UnknownNameException where an option is about an input that is not there
    void requireInputs(List<Source> sources) {
        Set<String> paths = sources.stream().map(Source::path).collect(Collectors.toSet());
        options.forced().forEach((path, id) -> {
            if (!paths.contains(path)) {
                throw new UnknownNameException("--format " + id + ":" + path + ": no input is named " + path
                        + "; name it as in the paths to read");
            }
        });
    }

    private static boolean fits(FormatMapping mapping, String path, Detected detected) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return (mapping.files().matches(path) || mapping.files().matches(name))
                && mapping.map().values().stream().anyMatch(column -> detected.holds(column, Nesting.FLAT));
    }

    private FormatReader<?> mapped(FormatMapping mapping) {
        return FormatReader.log(formats.generic().apply(mapping.map()));
    }

    private FormatReader<?> byId(String id) {
        return Stream.<FormatReader<?>>concat(
                        known.stream().filter(reader -> reader.id().equals(id)),
                        options.mappings().stream()
                                .filter(mapping -> mapping.name().equals(id))
                                .map(this::mapped))
                .findFirst()
                .orElseThrow(() -> new UnknownNameException("unknown format '" + id + "'; known are "
                        + known.stream().map(FormatReader::id).collect(Collectors.joining(", ")) + ", as in --format "
                        + known.get(0).id() + ":PATH"));
    }

    private String unrecognised(Detected detected) {
        if (detected.head().shape() != Head.Shape.CSV
                && detected.head().header().isEmpty()) {
            return "it holds no records, only JSON without keys; export days or pages that hold something";
        }
        Optional<FormatReader<?>> nearest = Stream.<FormatReader<?>>concat(
                        Stream.of(known.get(known.size() - 1)), known.stream())
                .filter(reader -> reader.found(detected) > 0)
                .max(Comparator.comparingInt(reader -> reader.found(detected)));
        return "no known format claims it; " + names(detected.head()) + "; "
                + nearest.map(reader -> "nearest is " + reader.id() + ", which misses " + reader.missing(detected))
                        .orElse("none of it looks like a request log or a bill")
                + "; use --map FIELD=COLUMN to name its columns, or --format ID:PATH";
    }

    /// Names as they are and nothing that may be content, should the file have no header at all.
    private static String names(Head head) {
        List<String> shown = new ArrayList<>();
        for (String name : head.header()) {
            boolean plain = name.length() <= BadValueException.MAX_SHOWN
                    && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-. [](){}/:%$@".indexOf(c) >= 0);
            shown.add(plain ? name : "…");
        }
        int count = shown.size();
        if (shown.stream().allMatch("…"::equals)) {
            return head.shape() == Head.Shape.CSV
                    ? "its first line names no columns"
                    : "none of its keys is a plain name";
        }
        String what = head.shape() == Head.Shape.CSV ? "columns " : "keys ";
        return what
                + String.join(", ", shown.subList(0, Math.min(MAX_NAMES, count)))
                + (count > MAX_NAMES ? " and " + (count - MAX_NAMES) + " more" : "");
    }
}
