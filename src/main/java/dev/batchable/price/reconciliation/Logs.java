package dev.batchable.price.reconciliation;

import dev.batchable.price.catalog.ModelKey;
import java.util.SortedMap;
import java.util.TreeMap;

/// The logs as the bill can name them: a charge that names no model is laid against all models of its
/// provider that the bill does not name.
///
/// @param days by model and day of the report's zone
/// @param billersDays the same by days of the biller
record Logs(BillSplit bill, SortedMap<ModelKey, LoggedModel> days, SortedMap<ModelKey, LoggedModel> billersDays) {
    LoggedModel byDay(ModelKey billed) {
        return meant(billed, days);
    }

    LoggedModel byBillersDay(ModelKey billed) {
        return meant(billed, billersDays);
    }

    private LoggedModel meant(ModelKey billed, SortedMap<ModelKey, LoggedModel> models) {
        LoggedModel sum = new LoggedModel();
        models.forEach((model, logged) -> {
            if (isMeant(billed, model)) {
                sum.add(logged);
            }
        });
        return sum;
    }

    private boolean isMeant(ModelKey billed, ModelKey model) {
        boolean unnamed = billed.model().isEmpty()
                && model.provider().equals(billed.provider())
                && !bill.models().containsKey(model);
        return unnamed || model.equals(billed);
    }

    /// What no charge of the bill is of.
    SortedMap<ModelKey, LoggedModel> unbilled() {
        SortedMap<ModelKey, LoggedModel> unbilled = new TreeMap<>(days);
        unbilled.entrySet()
                .removeIf(logged -> logged.getValue().amount().signum() == 0
                        || bill.models().keySet().stream().anyMatch(billed -> isMeant(billed, logged.getKey())));
        return unbilled;
    }
}
