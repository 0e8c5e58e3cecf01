package dev.batchable.join;

import dev.batchable.record.Field;
import dev.batchable.record.Request;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What came of the parts of one group.
///
/// @param calls each once
/// @param rest the parts that made no call of their own
public record Joined(List<Call> calls, List<Rest> rest) {
    /// A call put together.
    ///
    /// @param path the input that counts it: that of its first part
    /// @param provides what the formats of its parts can tell at all
    public record Call(String path, Request request, Set<Field> provides) {
        /// With what another part tells of the same call.
        Call with(Call more) {
            EnumSet<Field> provided = EnumSet.noneOf(Field.class);
            provided.addAll(provides);
            provided.addAll(more.provides);
            return new Call(path, Facts.merge(request, more.request), provided);
        }
    }

    /// A part without a call of its own.
    public record Rest(String path, Fate fate) {}

    /// Why a part made no call of its own.
    public enum Fate {
        /// It tells more about a call that another part stands for.
        PART,
        /// It holds for calls, or tells more about one that is not there.
        CONTEXT,
        /// It repeats what the calls below it used.
        WRAPPER,
        /// It is there twice, or two witnesses saw one call.
        DUPLICATE
    }
}
