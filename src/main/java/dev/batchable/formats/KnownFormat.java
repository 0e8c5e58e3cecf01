package dev.batchable.formats;

import dev.batchable.input.BillingFormat;
import dev.batchable.input.InputSummary.Kind;
import dev.batchable.input.LogFormat;
import dev.batchable.record.Field;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// A format that can be read.
///
/// @param url where it is documented
/// @param tells the fields that a complete export tells; none for a bill
public record KnownFormat(String id, String title, String url, Kind kind, Set<Field> tells) {
    public KnownFormat {
        EnumSet<Field> fields = EnumSet.noneOf(Field.class);
        fields.addAll(tells);
        tells = Collections.unmodifiableSet(fields);
    }

    static KnownFormat of(LogFormat format) {
        Kind kind = format.scope() == LogFormat.Scope.TOTAL ? Kind.USAGE : Kind.REQUESTS;
        return new KnownFormat(format.id(), format.title(), format.url(), kind, format.provides());
    }

    static KnownFormat of(BillingFormat format) {
        return new KnownFormat(format.id(), format.title(), format.url(), Kind.BILLING, Set.of());
    }

    public Abilities abilities() {
        return new Abilities(kind, tells);
    }
}
