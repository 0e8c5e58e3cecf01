package dev.batchable.input.format;

import dev.batchable.input.LogFormat;
import java.util.List;

/// All request-log formats, the most specific first; the first one that claims a file reads it.
public final class LogFormats {
    private LogFormats() {}

    public static List<LogFormat> all() {
        return List.of(new LiteLlmSpendLogsFormat());
    }
}
