package dev.batchable.checklist.evidence;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// Minutes since 1970-01-01T00:00Z, as series count them.
public final class Minutes {
    private static final long SECONDS = 60;

    private Minutes() {}

    public static ZonedDateTime at(long minute, ZoneId zone) {
        return Instant.ofEpochSecond(minute * SECONDS).atZone(zone);
    }
}
