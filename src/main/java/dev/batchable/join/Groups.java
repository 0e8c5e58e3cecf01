package dev.batchable.join;

import dev.batchable.record.Field;
import dev.batchable.record.Part;
import dev.batchable.record.StableHash;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Brings the parts of each group together, exactly, in bounded memory.
///
/// Problem: the parts of a group may stand anywhere, in any of the inputs, so none is complete before all is read.
/// Method: parts are kept in memory up to a limit; beyond it all go to a temporary file, into one of 256 sections by
/// a hash of their group, and are read back section by section, each with its groups whole. Consequence: memory is
/// the limit, or the largest section where that is larger; the groups come in the order of their hashes, whether
/// they were spilled or not and whatever the order of the inputs.
///
/// Reference: the partitioning phase of the Grace hash join (Kitsuregawa, Tanaka, Moto-oka, *Application of Hash to
/// Data Base Machine and Its Architecture*, 1983).
public final class Groups implements Closeable {
    /// About 50 MB.
    private static final int MAX_RESIDENT_PARTS = 50_000;
    private static final int SECTIONS = 256;
    private static final int SECTION_SHIFT = Long.SIZE - 8;

    private final int limit;
    private final List<HeldPart> resident = new ArrayList<>();
    private @Nullable PartFile file;

    public Groups() {
        this(MAX_RESIDENT_PARTS);
    }

    Groups(int limit) {
        this.limit = limit;
    }

    /// @param provides what the format of the part can tell at all
    public void add(Part part, Set<Field> provides) throws IOException {
        resident.add(HeldPart.of(part, provides));
        if (resident.size() > limit) {
            spill();
        }
    }

    /// Takes what came of a group.
    @FunctionalInterface
    public interface Taker {
        void take(Joined joined) throws IOException;
    }

    /// Resolves every group; to be called once, when all parts are there.
    public void forEach(Taker taker) throws IOException {
        if (file == null) {
            resolve(resident, taker);
            return;
        }
        spill();
        for (int section = 0; section < SECTIONS; section++) {
            resolve(file.read(section), taker);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void spill() throws IOException {
        if (file == null) {
            file = new PartFile(SECTIONS);
        }
        for (HeldPart held : resident) {
            file.add((int) (hash(held) >>> SECTION_SHIFT), held);
        }
        resident.clear();
    }

    private static void resolve(List<HeldPart> parts, Taker taker) throws IOException {
        Comparator<String> byHash = (one, other) -> Long.compareUnsigned(StableHash.of(one), StableHash.of(other));
        TreeMap<String, List<HeldPart>> groups = parts.stream()
                .collect(Collectors.groupingBy(
                        held -> held.part().group(),
                        () -> new TreeMap<>(byHash.thenComparing(Comparator.naturalOrder())),
                        Collectors.toList()));
        for (List<HeldPart> group : groups.values()) {
            taker.take(Group.resolve(group));
        }
    }

    private static long hash(HeldPart held) {
        return StableHash.of(held.part().group());
    }
}
