package dev.batchable.render;

import dev.batchable.report.WorkloadReport;

/// A column of the CSV and how its cells are filled.
record CsvColumn(String name, Filling cell) {
    interface Filling {
        CsvCell of(WorkloadReport workload);
    }
}
