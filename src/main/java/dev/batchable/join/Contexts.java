package dev.batchable.join;

import dev.batchable.record.Request;
import dev.batchable.record.SourceRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What holds for the calls of a group: in the file of a call what stood last before it, field by field, or else
/// what comes first after it; then what other files say.
final class Contexts {
    /// File → line → all that was said up to that line, the last word on each field.
    private final Map<String, TreeMap<Long, Request>> byFile = new HashMap<>();
    private final List<HeldPart> contexts;

    /// @param contexts in the order of their places
    Contexts(List<HeldPart> contexts) {
        this.contexts = contexts;
        for (HeldPart held : contexts) {
            TreeMap<Long, Request> said = byFile.computeIfAbsent(held.path(), path -> new TreeMap<>());
            Request before =
                    said.isEmpty() ? held.part().facts() : said.lastEntry().getValue();
            said.put(held.place().line(), Facts.within(held.part().facts(), before));
        }
    }

    Joined.Call applyTo(Joined.Call call, SourceRef place) {
        if (contexts.isEmpty()) {
            return call;
        }
        Request request = call.request();
        Optional<TreeMap<Long, Request>> own = Optional.ofNullable(byFile.get(place.path()));
        if (own.isPresent()) {
            TreeMap<Long, Request> said = own.orElseThrow();
            Map.Entry<Long, Request> before = said.floorEntry(place.line());
            request = Facts.within(request, (before == null ? said.firstEntry() : before).getValue());
        }
        for (HeldPart held : contexts) {
            if (!held.path().equals(place.path())) {
                request = Facts.within(request, held.part().facts());
            }
        }
        return new Joined.Call(call.path(), request, call.provides());
    }
}
