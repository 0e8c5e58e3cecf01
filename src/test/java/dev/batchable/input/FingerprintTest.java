package dev.batchable.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    // Expected values were computed with a bitwise CRC32C and SHA-256 written apart from this code.

    @Test
    void namesNoBytesByTheirSizeAlone() {
        assertThat(new Fingerprint().hex())
                .isEqualTo("af5570f5a1810b7af78caf4bc70a660f0df51e42baf91d4de5b2328de0e83dfc");
    }

    @Test
    void hashesSizeAndBlockChecksum() {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.update("xx123456789".getBytes(StandardCharsets.US_ASCII), 2, 9);
        assertThat(fingerprint.size()).isEqualTo(9);
        assertThat(fingerprint.hex()).isEqualTo("06f186c95072f0eb499c77aba55c5c59efbb42aa4e5095d0391aba202c064912");
    }

    @Test
    void beginsANewBlockAfterOneMebibyteHoweverTheBytesArrive() {
        int size = 1024 * 1024 + 1;
        byte[] zeros = new byte[size];
        Fingerprint whole = new Fingerprint();
        whole.update(zeros, 0, size);
        Fingerprint pieces = new Fingerprint();
        for (int at = 0; at < size; at += 1000) {
            pieces.update(zeros, at, Math.min(1000, size - at));
        }
        assertThat(whole.hex())
                .isEqualTo("2b1dba70d5e9a8491300a8cf04e930eedc9557f2f694f4d41ddf9ca4700379f9")
                .isEqualTo(pieces.hex());
    }
}
