package dev.batchable.input;

import dev.batchable.record.Field;
import java.util.Set;

/// A request-log format: how it is recognised, where it keeps its fields, and what one unit of it means.
public interface LogFormat {
    /// Stable short name for `--format` and reports, such as `litellm-spendlogs`.
    String id();

    String title();

    /// Where the format is documented.
    String url();

    /// What a complete export of this format can tell; what it cannot is said so in answers.
    Set<Field> provides();

    Scope scope();

    /// Whether the head is of this format. The generic format is asked last.
    boolean claims(Head head);

    /// Where the units stand inside a JSON document.
    default Nesting nesting() {
        return Nesting.FLAT;
    }

    /// Where the fields stand in files with this head.
    FieldTable<Field> fields(Head head);

    /// Hands exactly one call to the sink for the row.
    ///
    /// @throws BadValueException where a value cannot be used; the reader counts the unit as a problem
    void read(Row<Field> row, RecordSink sink) throws BadValueException;

    /// What a unit is.
    enum Scope {
        /// A call by itself.
        RECORD,
        /// A call only together with others.
        GROUP,
        /// A provider's own total of many calls.
        TOTAL
    }
}
