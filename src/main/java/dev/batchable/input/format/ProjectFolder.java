package dev.batchable.input.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Names a project by the folder that a coding agent worked in.
final class ProjectFolder {
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]+");
    /// Folders whose members are the homes of people, whose names are nobody's business.
    private static final Set<String> HOMES = Set.of("home", "Users");
    /// Homes that stand by themselves.
    private static final Set<String> OWN_HOMES = Set.of("root", "~");

    private ProjectFolder() {}

    /// The last part of a path of Unix or Windows; empty for a home or a root.
    static Optional<String> name(String path) {
        List<String> parts = SEPARATOR.splitAsStream(path.strip()).toList();
        String last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        boolean home = OWN_HOMES.contains(last) || (parts.size() > 1 && HOMES.contains(parts.get(parts.size() - 2)));
        return home || last.isEmpty() || last.endsWith(":") || HOMES.contains(last)
                ? Optional.empty()
                : Optional.of(last);
    }
}
