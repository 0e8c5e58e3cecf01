package dev.batchable.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// An application of the company as the gateway knows it.
///
/// @param alias name of its key; empty for whoever uses the gateway's master key
/// @param retries attempts after a failed one; 0: the failure is passed on
record SampleCaller(
        Optional<String> alias, String team, String userAgent, List<String> tags, String callType, int retries) {
    static SampleCaller named(String alias, String team, String userAgent) {
        return new SampleCaller(Optional.of(alias), team, userAgent, List.of(), "acompletion", 0);
    }

    SampleCaller tagged(String... texts) {
        return new SampleCaller(alias, team, userAgent, List.of(texts), callType, retries);
    }

    SampleCaller calling(String type) {
        return new SampleCaller(alias, team, userAgent, tags, type, retries);
    }

    SampleCaller retrying(int times) {
        return new SampleCaller(alias, team, userAgent, tags, callType, times);
    }

    /// Hash of the key, as the gateway stores it; the master key goes by its name.
    String keyId() {
        return alias.map(name -> sha256("key of " + name)).orElse("litellm_proxy_master_key");
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
