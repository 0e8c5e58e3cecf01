package dev.batchable.profile;

import dev.batchable.record.Field;
import dev.batchable.record.Request;
import dev.batchable.record.UsageBucket;
import dev.batchable.record.Window;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Collects calls into workloads; one per thread, merged at the end.
public final class ProfileBuilder implements Closeable {
    public ProfileBuilder(ProfileSettings settings) {
        throw new UnsupportedOperationException(settings.toString());
    }

    /// @param provided the fields that the request's format can hold at all
    public void add(Request request, Set<Field> provided) {
        throw new UnsupportedOperationException();
    }

    public void add(UsageBucket bucket, Set<Field> provided) {
        throw new UnsupportedOperationException();
    }

    /// Takes over what the other builder collected; the other must not be used any more, and need not be closed.
    public void merge(ProfileBuilder other) {
        throw new UnsupportedOperationException();
    }

    /// Merges builders into one; an empty list is refused.
    public static ProfileBuilder mergeAll(List<ProfileBuilder> builders) {
        throw new UnsupportedOperationException();
    }

    public Profile build(Window window) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {}
}
