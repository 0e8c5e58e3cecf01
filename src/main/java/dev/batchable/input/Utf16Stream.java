package dev.batchable.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// UTF-16 text as UTF-8, since spreadsheets still export "Unicode text" so. Broken surrogates become `?`.
final class Utf16Stream extends InputStream {
    private static final int CHARS = 16 * 1024;

    private final Reader reader;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final CharBuffer chars = CharBuffer.allocate(CHARS).limit(0);
    private final ByteBuffer bytes = ByteBuffer.allocate(4 * CHARS).limit(0);
    private boolean ended;

    Utf16Stream(InputStream in, Charset charset) {
        reader = new InputStreamReader(in, charset);
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.remaining());
        bytes.get(into, offset, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private boolean fill() throws IOException {
        while (!bytes.hasRemaining() && !ended) {
            chars.compact();
            ended = reader.read(chars) < 0;
            chars.flip();
            bytes.clear();
            encoder.encode(chars, bytes, ended);
            bytes.flip();
        }
        return bytes.hasRemaining();
    }
}
