package dev.batchable.input;

import java.io.IOException;
import java.io.InputStream;

/// The bytes of an input as stored, fingerprinted while they pass.
final class StoredBytes extends InputStream {
    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final Fingerprint fingerprint = new Fingerprint();
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int limit;

    StoredBytes(InputStream in) {
        this.in = in;
    }

    Fingerprint fingerprint() {
        return fingerprint;
    }

    /// Whether the bytes to come begin with these, one a character; nothing is consumed.
    boolean startWith(String magic) throws IOException {
        fill(magic.length());
        if (limit - at < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((buffer[at + i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Reads to the end, so that the fingerprint covers bytes that no decompressor asked for.
    void drain() throws IOException {
        do {
            at = limit;
        } while (available() > 0);
    }

    @Override
    public int read() throws IOException {
        return available() > 0 ? buffer[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (at == limit && length >= BUFFER) {
            return noted(into, offset, in.read(into, offset, length));
        }
        if (length > 0 && available() == 0) {
            return -1;
        }
        int count = Math.min(length, limit - at);
        System.arraycopy(buffer, at, into, offset, count);
        at += count;
        return count;
    }

    /// Zero only at the end: the JDK's gzip reader takes zero to mean that no further member follows.
    @Override
    public int available() throws IOException {
        if (at == limit) {
            at = 0;
            limit = 0;
            fill(1);
        }
        return limit - at;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void fill(int wanted) throws IOException {
        int got = 0;
        while (limit - at < wanted && got >= 0) {
            got = noted(buffer, limit, in.read(buffer, limit, buffer.length - limit));
            limit += Math.max(got, 0);
        }
    }

    private int noted(byte[] bytes, int from, int count) {
        if (count > 0) {
            fingerprint.update(bytes, from, count);
        }
        return count;
    }
}
