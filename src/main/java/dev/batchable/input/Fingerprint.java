package dev.batchable.input;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/// Names the bytes of an input as stored, so that a report can say what it was made from and the same file
/// given twice is noticed: the SHA-256 of the size (8 bytes, big-endian) and of the CRC32C (4 bytes,
/// big-endian) of every block of 1 MiB, the last one shorter. CRC32C runs at memory speed where SHA-256 over
/// all bytes would take longer than parsing them; it detects accidents, not forgery.
public final class Fingerprint {
    private static final int BLOCK = 1024 * 1024;

    private final CRC32C block = new CRC32C();
    private final ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    private int inBlock;
    private long size;

    /// Takes the next bytes in the order in which they are stored.
    public void update(byte[] bytes, int from, int count) {
        int at = from;
        int end = from + count;
        while (at < end) {
            int part = Math.min(end - at, BLOCK - inBlock);
            block.update(bytes, at, part);
            inBlock += part;
            at += part;
            if (inBlock == BLOCK) {
                blocks.writeBytes(checksum());
                block.reset();
                inBlock = 0;
            }
        }
        size += count;
    }

    /// Bytes seen so far.
    public long size() {
        return size;
    }

    /// 64 lower-case hexadecimal digits for the bytes seen so far.
    public String hex() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).array());
        digest.update(blocks.toByteArray());
        if (inBlock > 0) {
            digest.update(checksum());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private byte[] checksum() {
        return ByteBuffer.allocate(Integer.BYTES).putInt((int) block.getValue()).array();
    }
}
