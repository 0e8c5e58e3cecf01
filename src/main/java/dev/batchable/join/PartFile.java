package dev.batchable.join;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// Parts in a temporary file, spread over sections that are written side by side and read back one by one.
final class PartFile implements Closeable {
    private static final int SECTION_BUFFER = 16 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SpillFile file;
    private final ObjectWriter writer = JSON.writerFor(HeldPart.class);
    private final ObjectReader reader = JSON.readerFor(HeldPart.class);
    private final List<Section> sections = new ArrayList<>();

    PartFile(int count) throws IOException {
        file = SpillFile.create();
        for (int i = 0; i < count; i++) {
            sections.add(new Section());
        }
    }

    /// Where what was written to one section stands, and what waits to be written.
    private static final class Section {
        private final List<Extent> extents = new ArrayList<>();
        private ByteBuffer waiting = ByteBuffer.allocate(0);
    }

    private record Extent(long offset, int length) {}

    void add(int section, HeldPart part) throws IOException {
        Section to = sections.get(section);
        byte[] bytes = writer.writeValueAsBytes(part);
        if (to.waiting.remaining() < bytes.length) {
            flush(to);
            to.waiting = ByteBuffer.allocate(Math.max(SECTION_BUFFER, bytes.length));
        }
        to.waiting.put(bytes);
    }

    List<HeldPart> read(int section) throws IOException {
        Section from = sections.get(section);
        flush(from);
        List<InputStream> streams = new ArrayList<>();
        from.extents.forEach(extent -> streams.add(file.read(extent.offset, extent.length)));
        try (MappingIterator<HeldPart> parts =
                reader.readValues(new SequenceInputStream(Collections.enumeration(streams)))) {
            return parts.readAll();
        }
    }

    private void flush(Section section) throws IOException {
        ByteBuffer bytes = section.waiting.flip();
        if (bytes.hasRemaining()) {
            Extent extent = new Extent(file.allocate(bytes.remaining()), bytes.remaining());
            file.write(extent.offset, bytes);
            section.extents.add(extent);
        }
        section.waiting = ByteBuffer.allocate(0);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
