package dev.batchable.input;

/// Decodes the units of a chunk. One for each thread.
interface UnitReader<F extends Enum<F>> {
    /// Each unit leads to one call.
    void read(Chunk chunk, RowView<F> row, Units units);

    /// What becomes of the units.
    interface Units {
        /// The row given to [UnitReader#read], filled.
        void row();

        void problem(long line, String reason);

        /// An array that should hold units and holds none.
        void empty();
    }
}
