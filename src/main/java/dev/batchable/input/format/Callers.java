package dev.batchable.input.format;

import dev.batchable.record.Caller;
import dev.batchable.record.Field;
import java.util.List;
import java.util.Optional;

/// Who made a call, from the fields of those names; a workload named by a tag counts as told.
final class Callers {
    private Callers() {}

    static Caller of(TrackedRow row) {
        List<String> tags = row.list(Field.TAGS);
        Optional<String> workload = row.text(Field.WORKLOAD).or(() -> Tags.workload(tags));
        if (workload.isPresent()) {
            row.note(Field.WORKLOAD);
        }
        return new Caller(
                workload,
                row.text(Field.KEY_ALIAS),
                row.text(Field.KEY_ID),
                row.text(Field.SERVICE),
                row.text(Field.PROJECT),
                row.text(Field.TEAM),
                row.text(Field.USER_AGENT),
                tags);
    }
}
