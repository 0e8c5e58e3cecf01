package dev.batchable.checklist;

import java.time.LocalDate;
import java.time.ZoneId;

/// How the questions are put.
///
/// @param dataMinimum whether observed answers need 30 calls on 3 days, or three runs; switched off only to
///     evaluate the signals themselves
/// @param zone zone of the days and hours in evidence
/// @param asOf the day the audit is made for
public record ChecklistSettings(boolean dataMinimum, ZoneId zone, LocalDate asOf) {
    public static ChecklistSettings of(ZoneId zone, LocalDate asOf) {
        return new ChecklistSettings(true, zone, asOf);
    }
}
