package dev.batchable.join;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// A temporary file for what does not fit into memory: readable by its owner only, gone when closed. It may hold
/// hashes, quantities and the names of callers and models, never a prompt, a completion or a user id.
final class SpillFile implements Closeable {
    private final FileChannel channel;
    private long end;

    private SpillFile(FileChannel channel) {
        this.channel = channel;
    }

    /// In the directory of `java.io.tmpdir`.
    static SpillFile create() throws IOException {
        Path path = Files.createTempFile("batchable-", ".spill");
        return new SpillFile(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /// Reserves space at the end and tells where it begins.
    long allocate(long bytes) {
        long offset = end;
        end += bytes;
        return offset;
    }

    void write(long offset, ByteBuffer bytes) throws IOException {
        long position = offset;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
    }

    /// Fills the buffer from its position to its limit.
    void read(long offset, ByteBuffer bytes) throws IOException {
        long position = offset;
        while (bytes.hasRemaining()) {
            int count = channel.read(bytes, position);
            if (count < 0) {
                throw new EOFException("the temporary file ended at " + position);
            }
            position += count;
        }
    }

    InputStream read(long offset, long length) {
        return new Region(offset, offset + length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private final class Region extends InputStream {
        private long position;
        private final long limit;

        private Region(long position, long limit) {
            this.position = position;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            int wanted = (int) Math.min(length, limit - position);
            if (wanted <= 0) {
                return length == 0 ? 0 : -1;
            }
            SpillFile.this.read(position, ByteBuffer.wrap(target, offset, wanted));
            position += wanted;
            return wanted;
        }
    }
}
