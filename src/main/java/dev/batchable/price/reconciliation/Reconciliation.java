package dev.batchable.price.reconciliation;

import dev.batchable.price.BilledRate;
import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Funding;
import dev.batchable.record.Money;
import dev.batchable.record.Tier;
import dev.batchable.record.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The bill beside the logs. Billed use of models inside the window = explained + residual, exactly, and the
/// residual is the sum of its named parts.
///
/// @param byModel by provider and model
/// @param residuals the parts of the residual, largest first
/// @param other tax, credits, purchases, adjustments, corrections, other services, other currencies
/// @param outsideWindow use of models wholly outside the window
/// @param partialWindow use of models partly outside the window; not prorated
/// @param detail the same in finer parts
/// @param fittingWindow the window that holds all of the bill, where this one does not
public record Reconciliation(
        String currency,
        Totals totals,
        List<ByModel> byModel,
        List<Residual> residuals,
        List<Charge> other,
        List<Charge> outsideWindow,
        List<Charge> partialWindow,
        Detail detail,
        Optional<Window> fittingWindow) {
    public Reconciliation {
        byModel = List.copyOf(byModel);
        residuals = List.copyOf(residuals);
        other = List.copyOf(other);
        outsideWindow = List.copyOf(outsideWindow);
        partialWindow = List.copyOf(partialWindow);
    }

    /// How much of the bill the logs explain.
    ///
    /// @param share explained ÷ billed, 0–1; in neither is what a commitment or provisioned capacity costs
    ///     without a call
    /// @param proven whether it is no less; where a part of the bill has no quantities, a discount and
    ///     missing traffic look alike, and the share is the most it can be
    public record Coverage(BigDecimal share, boolean proven) {}

    /// Sums over models.
    ///
    /// @param loggedAboveBilled what the logs hold beyond the bill, at the billed rate where there is one; logs
    ///     should never exceed a bill, so this is a finding
    /// @param tolerance what rounding on the bill can account for: half a cent per line of a bill in cents,
    ///     else 0.01 %
    /// @param coverage empty where nothing is billed that follows calls
    /// @param billedByTier `billed` by the tier it was billed on; without request logs, what was billed on a
    ///     realtime tier is an upper bound of what could move
    public record Totals(
            BigDecimal billed,
            BigDecimal explained,
            BigDecimal residual,
            BigDecimal loggedAboveBilled,
            BigDecimal tolerance,
            Optional<Coverage> coverage,
            SortedMap<Tier, BigDecimal> billedByTier) {
        public Totals {
            billedByTier = Collections.unmodifiableSortedMap(new TreeMap<>(billedByTier));
        }
    }

    /// What the sums over models are made of.
    ///
    /// @param rates of the whole bill, days outside the window included
    /// @param sunk use of models within the window that something else than its price per token pays for; part of
    ///     what is billed
    /// @param byDay by provider, model and day; sums to `byModel`
    /// @param foreign use of models billed in currencies without a rate; in no other figure
    public record Detail(
            List<BilledRate> rates,
            List<Sunk> sunk,
            List<ByDay> byDay,
            Allocation allocation,
            SortedMap<String, BigDecimal> foreign) {
        public Detail {
            foreign = Collections.unmodifiableSortedMap(new TreeMap<>(foreign));
            rates = List.copyOf(rates);
            sunk = List.copyOf(sunk);
            byDay = List.copyOf(byDay);
        }
    }

    /// Use of a model that costs the same whether or not it moves.
    ///
    /// @param tokens 0 where the bill counts none, as for hours of provisioned capacity
    public record Sunk(
            String provider,
            Optional<String> model,
            Tier tier,
            Funding funding,
            BigDecimal tokens,
            BigDecimal billed) {}

    /// One model on one day.
    ///
    /// @param day as the biller counts days
    /// @param days more than 1 where the bill has charges for longer than a day; all are one then
    /// @param zone in which the day begins
    /// @param exact whether the logs are known by this day; else they were laid on it from the days it
    ///     lies in
    public record ByDay(
            String provider,
            Optional<String> model,
            LocalDate day,
            long days,
            ZoneId zone,
            boolean exact,
            BigDecimal billed,
            BigDecimal logged,
            BigDecimal explained,
            Optional<Reason> reason) {
        public BigDecimal difference() {
            return billed.subtract(logged);
        }
    }

    /// The billed use of models by whose it is, in cents that sum to what is billed, rounded to cents.
    ///
    /// @param byWorkload what was billed for the quantities that the logs hold, largest first
    /// @param unallocated the rest by the reason of the residual
    public record Allocation(List<Share> byWorkload, List<Residual> unallocated) {
        public Allocation {
            byWorkload = List.copyOf(byWorkload);
            unallocated = List.copyOf(unallocated);
        }
    }

    /// What a workload used of the bill.
    ///
    /// @param owner as the policy names it
    public record Share(String workload, Optional<String> owner, BigDecimal billed) {}

    /// One model of one provider.
    ///
    /// @param model empty where the bill names none
    /// @param logged what its calls cost by the logs
    /// @param reason what the difference or the residual is mostly due to; empty where they agree
    public record ByModel(
            String provider,
            Optional<String> model,
            BigDecimal billed,
            BigDecimal logged,
            BigDecimal explained,
            BigDecimal loggedAboveBilled,
            MatchedBy matchedBy,
            Optional<Reason> reason) {
        public BigDecimal difference() {
            return billed.subtract(logged);
        }
    }

    public enum MatchedBy {
        /// Explained = the smaller of logged and billed tokens × the billed rate.
        QUANTITY,
        /// Explained = the smaller of the two amounts.
        AMOUNT,
        /// Only one side has anything.
        NONE
    }

    /// A part of the residual.
    public record Residual(Reason reason, BigDecimal amount) {}

    /// Why bill and logs differ.
    public enum Reason {
        /// The logs have the calls but no price for them.
        UNPRICED_MODEL,
        /// The bill has tokens that no log has.
        MISSING_LOGS,
        /// Less was billed than the logs reckon, or the bill takes money back.
        DISCOUNT,
        /// A commitment, provisioned capacity, a free tier or a credit pays for what the logs reckon by the token.
        COVERED,
        /// More was billed for the same tokens than the logs reckon.
        PRICE_DIFFERENCE,
        /// Within what rounding on the bill can account for.
        ROUNDING,
        /// Batch jobs are billed on the day they end: a batch billed on the first days of the window may
        /// have been submitted before it, one of the last days may be billed after it. So is what was
        /// logged on a biller's day that lies only partly in the window.
        DAY_BOUNDARY_SHIFT,
        /// The logs have tokens that the bill has not.
        LOGGED_ABOVE_BILLED,
        /// No bill of this provider was given.
        NO_BILL,
        UNKNOWN;

        /// As reports name it, such as `missing logs`.
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// Charges of one meter that are not compared.
    ///
    /// @param start of the earliest, inclusive
    /// @param end of the latest, exclusive
    public record Charge(
            String provider,
            String description,
            ChargeCategory category,
            boolean correction,
            Money billed,
            Instant start,
            Instant end) {}
}
