package dev.batchable.join;

import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.SourceRef;
import dev.batchable.record.StableHash;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;

/// A part that waits for its company.
///
/// @param provides what its format can tell at all
record HeldPart(Part part, Set<Field> provides) {
    private static final SourceRef NOWHERE = new SourceRef("", 0);

    /// In the order of their places; those of one line by what they say.
    static final Comparator<HeldPart> ORDER = Comparator.<HeldPart, String>comparing(
                    held -> held.place().path())
            .thenComparingLong(held -> held.place().line())
            .thenComparing(held -> held.part.toString());

    SourceRef place() {
        return part.place();
    }

    String path() {
        return part.place().path();
    }

    /// A user's id becomes its hash, so that not even a temporary file holds it.
    static HeldPart of(Part part, Set<Field> provides) {
        Request facts = part.facts();
        Identity identity = facts.identity();
        Identity hashed = new Identity(
                identity.requestId(),
                identity.session(),
                identity.user().map(user -> HexFormat.of().toHexDigits(StableHash.of(user))),
                identity.repeatKey());
        return new HeldPart(
                with(
                        part,
                        part.place(),
                        new Request(
                                hashed,
                                facts.timing(),
                                facts.call(),
                                facts.tokens(),
                                facts.cost(),
                                facts.completion(),
                                facts.caller(),
                                facts.present())),
                provides);
    }

    /// What it says, wherever it stands: equal for two copies of one part.
    Part saying() {
        return with(part, NOWHERE, part.facts());
    }

    Joined.Call call(Request request) {
        return new Joined.Call(path(), request, provides);
    }

    private static Part with(Part part, SourceRef place, Request facts) {
        return new Part(part.group(), place, part.role(), part.call(), part.parent(), part.witness(), facts);
    }
}
