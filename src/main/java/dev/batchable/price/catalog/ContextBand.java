package dev.batchable.price.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A price band by prompt length: `>200k` begins above 200,000 prompt tokens, `>=200k` at 200,000. The whole
/// call is charged at the band its prompt falls in, cached tokens counted.
///
/// @param lowest first prompt length of the band, in tokens
record ContextBand(String name, long lowest) {
    private static final Pattern NAME = Pattern.compile(">(=?)(\\d{1,6})k");

    static Optional<ContextBand> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long bound = Long.parseLong(matcher.group(2)) * 1_000;
        return Optional.of(new ContextBand(name, matcher.group(1).isEmpty() ? bound + 1 : bound));
    }
}
