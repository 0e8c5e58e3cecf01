package dev.batchable.formats;

import dev.batchable.input.Formats;
import dev.batchable.input.Refusal;
import dev.batchable.input.billing.BillingFormats;
import dev.batchable.input.format.LogFormats;
import dev.batchable.input.format.Refusals;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Everything that can be read.
public final class KnownFormats {
    private KnownFormats() {}

    /// For reading.
    public static Formats all() {
        return new Formats(LogFormats.specific(), BillingFormats.all(), Refusals.all(), LogFormats::generic);
    }

    /// What to tell where inputs of this format, which only add to calls told elsewhere, are all there are.
    public static Optional<Refusal> refusedAlone(String format) {
        return Refusals.alone(format);
    }

    /// What else to give where a log was read that tells of most calls only beside another one.
    ///
    /// @param formats ids of all formats that were read
    public static Optional<String> companion(Set<String> formats) {
        return Refusals.companion(formats);
    }

    /// In the order in which they are tried, bills after logs.
    public static List<KnownFormat> described() {
        return Stream.concat(
                        LogFormats.all().stream().map(KnownFormat::of),
                        BillingFormats.all().stream().map(KnownFormat::of))
                .toList();
    }
}
