package dev.batchable.price.catalog;

/// The entry of the book that a model name stands for.
///
/// @param providerInferred true where the source named no provider and only one first-party provider has such a
///     model
public record Resolution(String provider, String model, boolean providerInferred) {
    /// `provider/model`, as reports show it.
    public String name() {
        return provider + "/" + model;
    }
}
