package dev.batchable.input.format;

import dev.batchable.input.FieldTable;
import dev.batchable.record.Field;
import java.util.stream.Stream;

/// The keys under which callers tell who and what they are, in the metadata that gateways let them attach to a
/// call. Nobody defines these keys: they are the plain words of the gateways' own examples.
final class CallerMetadata {
    private static final String[] WORKLOAD = {"workload", "feature", "use_case", "Workload", "Feature", "Use-Case"};
    private static final String[] USER = {"_user", "user", "user_id", "userId"};
    private static final String[] SESSION = {"session_id", "sessionId", "conversation_id", "thread_id"};
    private static final String[] SERVICE = {"app", "service", "application", "App", "Service"};
    private static final String[] PROJECT = {"project", "Project"};
    private static final String[] TEAM = {"team", "team_id", "Team"};

    private CallerMetadata() {}

    /// Adds the places of these keys to a table, behind those that it has.
    ///
    /// @param objects paths of the objects that hold the metadata
    static void bind(FieldTable.Builder<Field> table, String... objects) {
        table.field(Field.WORKLOAD, below(objects, WORKLOAD))
                .field(Field.USER, below(objects, USER))
                .field(Field.SESSION, below(objects, SESSION))
                .field(Field.SERVICE, below(objects, SERVICE))
                .field(Field.PROJECT, below(objects, PROJECT))
                .field(Field.TEAM, below(objects, TEAM))
                .field(Field.TAGS, objects);
    }

    /// Every name below every object, those of the first object first.
    static String[] below(String[] objects, String... names) {
        return Stream.of(objects)
                .flatMap(object -> Stream.of(names).map(name -> object + '.' + name))
                .toArray(String[]::new);
    }
}
