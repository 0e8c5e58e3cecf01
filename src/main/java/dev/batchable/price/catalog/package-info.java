/// Dated prices and tier rules with their source, the files they are read from, and the models that the names in
/// logs and bills stand for. Entry point: [PriceBook].
@NullMarked
package dev.batchable.price.catalog;

import org.jspecify.annotations.NullMarked;
