package dev.batchable.input;

/// A billing format: how it is recognised, where it keeps its fields, and what one line of it means.
public interface BillingFormat {
    String id();

    String title();

    String url();

    boolean claims(Head head);

    /// Where the units stand inside a JSON document.
    default Nesting nesting() {
        return Nesting.FLAT;
    }

    FieldTable<BillField> fields(Head head);

    /// Hands exactly one call to the sink for the row.
    ///
    /// @throws BadValueException where a value cannot be used; the reader counts the unit as a problem
    void read(Row<BillField> row, RecordSink sink) throws BadValueException;
}
