package dev.batchable.formats;

import dev.batchable.input.Head;
import dev.batchable.input.InputSummary;
import dev.batchable.record.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// What one file is and what it tells.
///
/// @param marks see [dev.batchable.input.Recognition]
/// @param summary units by what they are; records are calls, parts of calls, totals or charges
/// @param parts records that tell of a call only together with others
/// @param told how many records tell each field
/// @param bill what a bill tells; empty for a log
public record Inspection(
        String path,
        KnownFormat format,
        Head.Shape shape,
        List<String> marks,
        InputSummary summary,
        long parts,
        SortedMap<Field, Long> told,
        Optional<BillFacts> bill) {
    /// The lines of a bill.
    ///
    /// @param model lines for the use of models
    /// @param modelled those of them that name a model
    /// @param kinded those that name the kind of token
    /// @param tiered those that name the tier
    /// @param quantified those that count tokens
    public record BillFacts(long lines, long model, long modelled, long kinded, long tiered, long quantified) {
        static final BillFacts NONE = new BillFacts(0, 0, 0, 0, 0, 0);

        BillFacts plus(BillFacts more) {
            return new BillFacts(
                    lines + more.lines,
                    model + more.model,
                    modelled + more.modelled,
                    kinded + more.kinded,
                    tiered + more.tiered,
                    quantified + more.quantified);
        }
    }

    public Set<Field> fields() {
        return told.keySet();
    }

    /// What came of several files.
    ///
    /// @param unreadable path → why
    public record Result(List<Inspection> files, Map<String, String> unreadable) {}
}
