package dev.batchable.input;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// The text of an input as UTF-8 bytes without byte-order mark, decompressed by magic number. Read errors after
/// the opening end the text early and are told by [#damage], so that what came before is used.
final class Text implements Closeable {
    private static final int INFLATE_BUFFER = 64 * 1024;
    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int MARK = UTF_8_MARK.length;
    private static final String GZIP = "\u001f\u008b";
    private static final String ZSTD = "(\u00b5/\u00fd";

    /// Containers that are recognised only to say what to do with them.
    private enum Refused {
        PARQUET(
                "a Parquet file; convert it to JSON lines first, for example: duckdb -c \"COPY (FROM 'in.parquet') TO"
                        + " 'out.jsonl' (FORMAT json)\"",
                "PAR1"),
        ZIP("a ZIP archive or spreadsheet; unpack it, or save it as CSV", "PK\3\4"),
        BZIP2("compressed with bzip2; decompress it first (gzip and zstd are read as they are)", "BZh"),
        XZ("compressed with xz; decompress it first (gzip and zstd are read as they are)", "\u00fd7zXZ"),
        AVRO("an Avro file; convert it to JSON lines first", "Obj\1");

        private final String reason;
        private final String magic;

        Refused(String reason, String magic) {
            this.reason = reason;
            this.magic = magic;
        }
    }

    private final StoredBytes stored;
    private final InputStream decoded;
    private byte[] pushed = new byte[0];
    private int pushedAt;
    private Optional<String> damage = Optional.empty();

    private Text(StoredBytes stored, InputStream decoded) {
        this.stored = stored;
        this.decoded = decoded;
    }

    /// @throws UnusableInputException for an empty input and for containers that are not read
    static Text open(Source source) throws IOException {
        InputStream in = source.open();
        try {
            return decode(new StoredBytes(in));
        } catch (EOFException e) {
            in.close();
            throw new UnusableInputException(
                    "the compressed data is cut off at its very beginning; copy or export the file again");
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static Text decode(StoredBytes stored) throws IOException {
        if (stored.available() == 0) {
            throw new UnusableInputException("empty file");
        }
        for (Refused refused : Refused.values()) {
            if (stored.startWith(refused.magic)) {
                throw new UnusableInputException(refused.reason);
            }
        }
        PushbackInputStream in = new PushbackInputStream(inflate(stored), MARK);
        byte[] mark = in.readNBytes(MARK);
        boolean wide = mark.length >= 2 && (mark[0] & mark[1] & 0xff) == 0xfe && (mark[0] ^ mark[1]) == 1;
        boolean marked = Arrays.equals(mark, UTF_8_MARK);
        if (!marked) {
            in.unread(mark, wide ? 2 : 0, wide ? mark.length - 2 : mark.length);
        }
        boolean little = wide && (mark[0] & 0xff) == 0xff;
        return new Text(
                stored,
                wide ? new Utf16Stream(in, little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE) : in);
    }

    private static InputStream inflate(StoredBytes stored) throws IOException {
        if (stored.startWith(GZIP)) {
            return new GZIPInputStream(stored, INFLATE_BUFFER);
        }
        return stored.startWith(ZSTD) ? new ZstdInputStreamNoFinalizer(stored) : stored;
    }

    /// Fills the range; a smaller count than asked for means that the text has ended.
    int read(byte[] into, int offset, int length) {
        int done = Math.min(length, pushed.length - pushedAt);
        System.arraycopy(pushed, pushedAt, into, offset, done);
        pushedAt += done;
        while (done < length && damage.isEmpty()) {
            try {
                int got = decoded.read(into, offset + done, length - done);
                if (got < 0) {
                    break;
                }
                done += got;
            } catch (IOException e) {
                damage = Optional.of(describe(e));
            }
        }
        return done;
    }

    /// Gives back the bytes read last, to be read again.
    void unread(byte[] from, int offset, int length) {
        if (pushedAt < length) {
            byte[] grown = new byte[length + pushed.length - pushedAt];
            System.arraycopy(pushed, pushedAt, grown, length, pushed.length - pushedAt);
            pushed = grown;
            pushedAt = length;
        }
        pushedAt -= length;
        System.arraycopy(from, offset, pushed, pushedAt, length);
    }

    /// Up to so many bytes from the beginning of what is unread, left to be read again.
    byte[] peek(int length) {
        byte[] bytes = new byte[length];
        int got = read(bytes, 0, length);
        unread(bytes, 0, got);
        return Arrays.copyOf(bytes, got);
    }

    /// Why the text ended before its end, where it did.
    Optional<String> damage() {
        return damage;
    }

    /// Of all stored bytes, also those after the end of compressed data; to be asked at the end.
    Fingerprint fingerprint() {
        try {
            stored.drain();
        } catch (IOException e) {
            damage = damage.or(() -> Optional.of(describe(e)));
        }
        return stored.fingerprint();
    }

    @Override
    public void close() throws IOException {
        decoded.close();
        stored.close();
    }

    private static String describe(IOException failure) {
        boolean cut = failure instanceof EOFException
                || String.valueOf(failure.getMessage()).contains("Truncated");
        return (cut ? "the compressed data is cut off" : "cannot be read to its end (" + Sources.reason(failure) + ")")
                + "; what came before was read, copy or export the file again for the rest";
    }
}
