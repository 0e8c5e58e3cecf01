package dev.batchable.price.catalog;

import java.util.Optional;

/// What a name that moves meant for some days. Days that no alias of the name covers have no price by it, for the
/// provider may have meant either target.
///
/// @param target a model of the same provider
public record Alias(String target, PriceRow.Validity validity, Source source, Optional<String> note) {}
