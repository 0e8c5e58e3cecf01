package dev.batchable.price.catalog;

import java.util.List;
import java.util.regex.Pattern;

/// A disagreement that was looked into, and why ours stands.
///
/// @param where matches `provider/model/tier/band/kind (catalog)`; `*` stands for any text
/// @param reason for people who read the list
record KnownDisagreement(Disagreement.Sort sort, String where, String reason) {

    static List<KnownDisagreement> all() {
        return TestTable.rows("known-disagreements.csv", 3).stream()
                .map(cells -> new KnownDisagreement(Disagreement.Sort.of(cells.get(0)), cells.get(1), cells.get(2)))
                .toList();
    }

    boolean covers(Disagreement disagreement) {
        String pattern = Pattern.quote(where).replace("*", "\\E.*\\Q");
        return disagreement.sort() == sort && disagreement.fact().id().matches(pattern);
    }
}
