package dev.batchable.price.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;

/// Which price book a report rests on.
///
/// @param version of the embedded catalog, followed by `+` and the name of each overlay
/// @param observedAt newest day on which any of its prices was read; empty where a price file does not tell
/// @param sha256 in hex, of the files in their order; an overlay's hash is hashed onto it
public record CatalogInfo(String version, Optional<LocalDate> observedAt, String sha256) {
    CatalogInfo with(CatalogInfo overlay) {
        Optional<LocalDate> newest = observedAt
                .map(own -> overlay.observedAt.filter(own::isBefore).orElse(own))
                .or(overlay::observedAt);
        return new CatalogInfo(
                version + "+" + overlay.version,
                newest,
                sha256((sha256 + overlay.sha256).getBytes(StandardCharsets.US_ASCII)));
    }

    static String sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
