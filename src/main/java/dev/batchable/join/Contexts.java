package dev.batchable.join;

import dev.batchable.record.Request;
import dev.batchable.record.SourceRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What holds for the calls of a group: in the file of a call what stood last before it, field by field, or else
/// what comes first after it; then what other files say.
final class Contexts {
    private final Map<String, Said> byFile = new HashMap<>();
    private final List<HeldPart> contexts;

    /// What one file says of the group.
    ///
    /// @param until line → all that was said up to that line, the last word on each field
    /// @param from line → all that is said from that line on, the first word on each field
    private record Said(TreeMap<Long, Request> until, TreeMap<Long, Request> from) {
        Request applyTo(Request call, long line) {
            return add(add(call, until.floorEntry(line)), from.higherEntry(line));
        }

        private static Request add(Request call, Map.@Nullable Entry<Long, Request> said) {
            return said == null ? call : Facts.within(call, said.getValue());
        }
    }

    /// @param contexts in the order of their places
    Contexts(List<HeldPart> contexts) {
        this.contexts = contexts;
        for (HeldPart held : contexts) {
            TreeMap<Long, Request> until = said(held.path()).until;
            Request facts = held.part().facts();
            Map.Entry<Long, Request> before = until.lastEntry();
            until.put(held.place().line(), before == null ? facts : Facts.within(facts, before.getValue()));
        }
        for (int i = contexts.size() - 1; i >= 0; i--) {
            HeldPart held = contexts.get(i);
            TreeMap<Long, Request> from = said(held.path()).from;
            Request facts = held.part().facts();
            Map.Entry<Long, Request> after = from.firstEntry();
            from.put(held.place().line(), after == null ? facts : Facts.within(facts, after.getValue()));
        }
    }

    private Said said(String path) {
        return byFile.computeIfAbsent(path, unseen -> new Said(new TreeMap<>(), new TreeMap<>()));
    }

    Joined.Call applyTo(Joined.Call call, SourceRef place) {
        if (contexts.isEmpty()) {
            return call;
        }
        Request request = call.request();
        Said own = byFile.get(place.path());
        if (own != null) {
            request = own.applyTo(request, place.line());
        }
        for (HeldPart held : contexts) {
            if (!held.path().equals(place.path())) {
                request = Facts.within(request, held.part().facts());
            }
        }
        return new Joined.Call(call.path(), request, call.provides());
    }
}
