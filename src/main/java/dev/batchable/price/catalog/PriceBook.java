package dev.batchable.price.catalog;

import dev.batchable.profile.RatingKey;
import dev.batchable.profile.RatingScheme;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Dated prices and tier rules of AI model APIs, each with its source.
///
/// A discount is a matter of provider, model, token kind and day, never one factor: only rows that a source
/// documents are held, and what is absent is [Quote.Unpriced], never half of something. Model names are taken
/// as logs spell them ([ModelName]); every name is looked up once and remembered, so that [#band] and [#epoch]
/// cost a hash and a short scan. Immutable but for that memory, and safe for use by many threads.
public final class PriceBook implements RatingScheme {
    /// Stands as the epoch of prices whose beginning nobody noted; earlier than any call to a model API.
    public static final LocalDate SINCE_EVER = LocalDate.EPOCH;
    /// Names remembered. Real inputs hold tens; hostile ones are looked up again rather than kept.
    private static final int MAX_REMEMBERED = 4_096;

    private final Catalog catalog;
    private final CatalogInfo info;
    private final ModelIndex index;
    /// Days over which a moving name is resolved where nobody says on which day.
    private final Optional<PriceRow.Validity> days;
    private final Map<RatingKey.ModelRef, FoundModel> remembered = new ConcurrentHashMap<>();

    PriceBook(Catalog catalog, CatalogInfo info) {
        this(catalog, info, new ModelIndex(new Aliases(catalog).resolved()), Optional.empty());
    }

    private PriceBook(Catalog catalog, CatalogInfo info, ModelIndex index, Optional<PriceRow.Validity> days) {
        this.catalog = catalog;
        this.info = info;
        this.index = index;
        this.days = days;
    }

    /// This book as it names models over some days: a moving name that stood for one model on all of them has
    /// that model's name, one that moved meanwhile or that nobody knows the target of keeps its own.
    ///
    /// @param until the day after the last
    public PriceBook during(LocalDate from, LocalDate until) {
        PriceRow.Validity span = new PriceRow.Validity(Optional.of(from), Optional.of(until));
        return new PriceBook(catalog, info, index, Optional.of(span));
    }

    /// The catalog that this version of batchable carries.
    public static PriceBook embedded() {
        return EmbeddedCatalog.load();
    }

    /// Reads a price file: one of ours (`docs/prices.md`) or LiteLLM's `model_prices_and_context_window.json`,
    /// told apart by content.
    ///
    /// @throws PriceFileException where the file cannot be read or understood; the message says where and why
    public static PriceBook read(Path file) throws PriceFileException {
        return PriceFile.read(file);
    }

    /// This book under an overlay: its rows count before ours for the same model, tier, kind and band on the
    /// days they hold, all others stay. LiteLLM's undated prices replace what holds today, not the history we
    /// hold.
    public PriceBook with(PriceBook overlay) {
        return new PriceBook(catalog.under(overlay.catalog), info.with(overlay.info));
    }

    /// What a million tokens cost.
    ///
    /// @param band as [#band] gave it
    /// @param day in UTC
    public Quote quote(RatingKey.ModelRef model, Tier tier, TokenKind kind, String band, LocalDate day) {
        FoundModel found = found(model);
        if (found.entry().isEmpty()) {
            return new Quote.Unpriced(Quote.Reason.UNKNOWN_MODEL, found.missing());
        }
        if (tier == Tier.PROVISIONED || tier == Tier.UNKNOWN) {
            return new Quote.Unpriced(
                    Quote.Reason.UNKNOWN_TIER,
                    found.entry().get().name() + ": tier " + tier.id() + " has no price per token");
        }
        return found.row(tier, kind, band, day)
                .<Quote>map(row -> new Quote.Priced(row.perMillion(), row))
                .orElseGet(() -> unpriced(found.entry(day).orElse(found.entry().get()), tier, kind, band, day));
    }

    private Quote unpriced(ModelEntry entry, Tier tier, TokenKind kind, String band, LocalDate day) {
        if (ruleOf(entry, tier) instanceof TierRule.NotOffered refusal) {
            return new Quote.Unpriced(
                    Quote.Reason.NO_TIER, entry.name() + ": no " + tier.id() + " tier, " + refusal.reason());
        }
        String where = band.equals(BASE) ? "" : " in band " + band;
        return new Quote.Unpriced(
                Quote.Reason.NO_PRICE,
                entry.name() + ": no " + tier.id() + " price of " + kind.id() + " tokens" + where + " known for "
                        + day);
    }

    /// What is documented of a tier at the provider of a model.
    public TierRule rule(RatingKey.ModelRef model, Tier target) {
        FoundModel found = found(model);
        return found.entry()
                .map(entry -> ruleOf(entry, target))
                .orElseGet(() -> model.provider()
                        .map(provider -> ruleOf(provider, target))
                        .orElseGet(() -> new TierRule.Unknown(found.missing())));
    }

    TierRule ruleOf(ModelEntry entry, Tier target) {
        TierRule.NotOffered refusal = entry.refused().get(target);
        return refusal != null ? refusal : ruleOf(entry.provider(), target);
    }

    private TierRule ruleOf(String provider, Tier target) {
        return Optional.ofNullable(catalog.providers().get(provider))
                .flatMap(entry -> Optional.ofNullable(entry.rules().get(target)))
                .orElseGet(() -> new TierRule.Unknown("nothing known of a " + target.id() + " tier at " + provider));
    }

    /// The entry that a model stands for; empty where the book has none, or cannot tell whose it is. A moving
    /// name stands for itself, but in a book of some days ([#during]).
    public Optional<Resolution> resolve(RatingKey.ModelRef model) {
        FoundModel found = found(model);
        return days.map(found::entry)
                .orElseGet(found::entry)
                .map(entry -> new Resolution(entry.provider(), entry.model(), found.inferred()));
    }

    /// The entry that a model stood for on a day, in UTC.
    public Optional<Resolution> resolve(RatingKey.ModelRef model, LocalDate day) {
        FoundModel found = found(model);
        return found.entry(day).map(entry -> new Resolution(entry.provider(), entry.model(), found.inferred()));
    }

    public CatalogInfo info() {
        return info;
    }

    /// Every row and what surcharges for a region make of it, so that whatever rated a call can be looked up.
    public List<PriceRow> rowsWithRoutings() {
        return catalog.models().stream()
                .flatMap(model -> Stream.concat(
                        model.rows().stream(),
                        model.routings().stream()
                                .flatMap(routing -> model.rows().stream().map(routing::on))))
                .toList();
    }

    /// Days after one and up to another on which a price of the model begins or ends, in order.
    public List<LocalDate> changes(RatingKey.ModelRef model, LocalDate after, LocalDate upTo) {
        return found(model).entry().stream()
                .flatMap(entry -> entry.changes().stream())
                .filter(day -> day.isAfter(after) && !day.isAfter(upTo))
                .toList();
    }

    /// The last day on which a price is known to have been looked at: that of the row, or the later one on which
    /// the provider's file was held against its sources. Empty for a price file of the user without a day.
    public Optional<LocalDate> lastSeen(PriceRow row) {
        Optional<LocalDate> checked = row.source().confidence() == Source.Confidence.USER
                ? Optional.empty()
                : Optional.ofNullable(catalog.providers().get(row.subject().provider()))
                        .flatMap(Catalog.ProviderEntry::checked);
        return Stream.concat(row.source().observedAt().stream(), checked.stream())
                .max(Comparator.naturalOrder());
    }

    /// Every model with all that is known of it.
    public PriceList list() {
        return new PriceList(this, new Aliases(catalog).resolved());
    }

    /// Every row, for listings, in the order of the files.
    public List<PriceRow> rows() {
        return catalog.models().stream().flatMap(model -> model.rows().stream()).toList();
    }

    @Override
    public String band(RatingKey.ModelRef model, Instant start, long inputTokens) {
        return found(model).band(start, inputTokens);
    }

    @Override
    public Optional<LocalDate> epoch(RatingKey.ModelRef model, Instant start) {
        return found(model).epoch(start);
    }

    @Override
    public OfModel ofModel(RatingKey.ModelRef model) {
        return found(model);
    }

    @Override
    public ZoneId billingZone(RatingKey.ModelRef model) {
        return BillingZones.of(ModelKey.of(this, model).provider());
    }

    private FoundModel found(RatingKey.ModelRef model) {
        FoundModel known = remembered.get(model);
        if (known != null) {
            return known;
        }
        FoundModel found = FoundModel.find(model, index, catalog);
        if (remembered.size() < MAX_REMEMBERED) {
            remembered.put(model, found);
        }
        return found;
    }
}
