package dev.batchable.cli;

import dev.batchable.policy.Glob;
import dev.batchable.policy.Nearest;
import dev.batchable.price.catalog.ListedModel;
import dev.batchable.price.catalog.PriceList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the models that somebody asks prices of: by any spelling a log would use, or by a glob over
/// `provider/model` and names.
final class PriceSearch {
    /// More names than that help nobody choose.
    private static final int MOST_NAMED = 5;

    private final PriceList list;
    private final Optional<String> provider;

    PriceSearch(PriceList list, Optional<String> provider) {
        this.list = list;
        this.provider = provider.map(this::known);
    }

    private String known(String spelling) {
        return list.provider(spelling)
                .orElseThrow(() -> new UsageException("no prices of provider '" + spelling + "'; there are those of "
                        + list.all().stream()
                                .map(ListedModel::provider)
                                .distinct()
                                .collect(Collectors.joining(", "))));
    }

    List<ListedModel> all() {
        return list.all().stream()
                .filter(model -> provider.map(model.provider()::equals).orElse(true))
                .toList();
    }

    List<ListedModel> named(String query) {
        boolean glob = query.indexOf('*') >= 0 || query.indexOf('?') >= 0;
        List<ListedModel> found = glob ? matching(query) : list.named(query, provider);
        if (found.isEmpty()) {
            throw new UsageException("no prices of '" + query + "'" + at() + hint(query)
                    + "'batchable prices' lists all models, and --prices FILE adds your own");
        }
        return found;
    }

    private List<ListedModel> matching(String query) {
        Glob glob = Glob.of(query.toLowerCase(Locale.ROOT));
        return all().stream()
                .filter(model -> Stream.concat(Stream.of(model.name(), model.model()), model.names().stream())
                        .anyMatch(name -> glob.matches(name.toLowerCase(Locale.ROOT))))
                .toList();
    }

    private String at() {
        return provider.map(name -> " at " + name).orElse("");
    }

    private String hint(String query) {
        String typed = query.substring(query.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        List<String> containing = names().filter(name -> typed.length() > 2 && name.contains(typed))
                .limit(MOST_NAMED)
                .toList();
        List<String> near = containing.isEmpty() ? Nearest.several(typed, names().toList(), MOST_NAMED) : containing;
        return near.isEmpty() ? "; " : "; the nearest names are " + String.join(", ", near) + "; ";
    }

    private Stream<String> names() {
        return Stream.concat(all().stream().map(ListedModel::model), list.names())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted();
    }
}
