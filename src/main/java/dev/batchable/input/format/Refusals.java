package dev.batchable.input.format;

import dev.batchable.input.Refusal;
import java.util.List;
import java.util.Optional;

/// Exports that cannot serve, each with the one that can. They are asked about after the formats and before the
/// generic one.
public final class Refusals {
    private static final Refusal TRACES_ALONE = new Refusal(
            "a Langfuse traces export",
            LangfuseTracesFormat::isTrace,
            "it holds no tokens and no models",
            "export the observations instead (Tracing, Observations, Export), or both");

    private Refusals() {}

    public static List<Refusal> all() {
        return List.of(new Refusal(
                "OpenTelemetry metrics",
                head -> head.anywhere("resourceMetrics"),
                "sums over all callers do not tell calls apart",
                "export traces instead (the collector's file exporter in a traces pipeline, format: json)"));
    }

    /// What to tell where nothing else was read than exports of a format that only adds to calls told elsewhere.
    ///
    /// @param format its id
    public static Optional<Refusal> alone(String format) {
        return Optional.of(TRACES_ALONE).filter(refusal -> format.equals(LangfuseTracesFormat.ID));
    }
}
