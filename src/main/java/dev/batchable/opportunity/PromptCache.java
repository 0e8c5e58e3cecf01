package dev.batchable.opportunity;

import dev.batchable.checklist.evidence.Wording;
import dev.batchable.price.PaidKey;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.price.catalog.PriceRow;
import dev.batchable.price.catalog.PromptCaches;
import dev.batchable.price.catalog.PromptCaches.Cache;
import dev.batchable.price.catalog.PromptCaches.Lifetime;
import dev.batchable.price.catalog.Resolution;
import dev.batchable.profile.Coverage;
import dev.batchable.profile.ModelActivity;
import dev.batchable.profile.PromptSizes;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.profile.RatingKey.TokenKnowledge;
import dev.batchable.record.Field;
import dev.batchable.record.TokenKind;
import dev.batchable.report.Opportunity;
import dev.batchable.report.Opportunity.Bounds;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a provider's prompt cache could save a workload at most.
///
/// Problem: logs hold no prompts, so nobody can tell how much of them is the same every time. Method: bound it. A
/// beginning that a workload's prompts share is no longer than the shortest of them (the length that 95 % reach,
/// which leaves out odd ones). A call can find it in the cache only if another began within its lifetime before;
/// the first call of every stretch writes it. Stretches are counted by the minute, and two calls are apart only
/// where they surely are. Reads then cost what they cost, and so do writes where the provider charges them; of
/// several lifetimes the cheapest counts. What is read from the cache already is left out.
///
/// Consequence: an upper bound for one beginning shared by all, and no more than that. Several templates may
/// share more each; nothing may be shared at all, so the lower bound is 0. Only reads that are there already are
/// evidence of a shared beginning: what 95 % of those reach is expected of the others.
final class PromptCache {
    private final PriceBook book;
    private final PromptCaches caches;

    PromptCache(PriceBook book) {
        this.book = book;
        this.caches = PromptCaches.embedded(book);
    }

    /// Calls of one model, and what is known of its cache.
    private record Candidate(Audited workload, String name, List<PaidKey> keys, ModelActivity activity, Cache cache) {
        PromptSizes prompts() {
            return activity.prompts();
        }

        long calls() {
            return keys.stream().mapToLong(key -> key.usage().requests()).sum();
        }
    }

    List<Opportunity> of(Audited workload) {
        if (!tellsReads(workload.profile().coverage())
                || workload.profile().activity().resolution().compareTo(Duration.ofMinutes(1)) > 0) {
            return List.of();
        }
        Map<ModelRef, List<PaidKey>> byModel = new LinkedHashMap<>();
        workload.answeredRealtime().stream()
                .filter(PromptCache::hasCheaperReads)
                .forEach(key -> byModel.computeIfAbsent(key.key().model(), unseen -> new ArrayList<>())
                        .add(key));
        List<Opportunity> found = new ArrayList<>();
        byModel.forEach((model, keys) -> candidate(workload, model, keys)
                .flatMap(PromptCache::opportunity)
                .ifPresent(found::add));
        return found;
    }

    /// A source that does not tell cached tokens may hide any number of hits.
    private static boolean tellsReads(Coverage coverage) {
        return OpportunityRules.TOLD.reachedBy(coverage.share(Field.CACHE_READ_TOKENS));
    }

    private static boolean hasCheaperReads(PaidKey key) {
        Optional<PriceRow> input = key.row(TokenKind.INPUT);
        Optional<PriceRow> read = key.row(TokenKind.CACHE_READ);
        return key.key().known().tokens() == TokenKnowledge.COMPLETE
                && key.factor().isPresent()
                && input.isPresent()
                && read.isPresent()
                && read.get().perMillion().compareTo(input.get().perMillion()) < 0;
    }

    private Optional<Candidate> candidate(Audited workload, ModelRef model, List<PaidKey> keys) {
        Optional<ModelActivity> activity =
                Optional.ofNullable(workload.profile().activity().byModel().get(model));
        return activity.flatMap(seen -> caches.of(model)
                .map(cache -> new Candidate(workload, name(model), keys, seen, cache))
                .filter(candidate -> OpportunityRules.CALLS.reachedBy(candidate.calls()))
                .filter(candidate -> seen.prompts().low() >= candidate.cache().minimum()));
    }

    private String name(ModelRef model) {
        return book.resolve(model).map(Resolution::name).orElse("?");
    }

    /// What caching would do to the lines of a candidate.
    private record Plan(Lifetime lifetime, long hits, Lines lines) {
        BigDecimal saving() {
            return lines.difference();
        }
    }

    private static Optional<Opportunity> opportunity(Candidate candidate) {
        long prefix = candidate.prompts().low();
        return best(candidate, prefix)
                .filter(plan -> isSeldomRead(candidate, prefix, plan.hits()))
                .map(plan -> opportunity(candidate, plan));
    }

    private static Optional<Plan> best(Candidate candidate, long prefix) {
        return candidate.cache().lifetimes().stream()
                .filter(lifetime -> candidate.keys().stream().allMatch(key -> CachedKey.canWrite(key, lifetime)))
                .map(lifetime -> plan(candidate, prefix, lifetime))
                .filter(plan -> plan.saving().signum() > 0)
                .max(Comparator.comparing(Plan::saving));
    }

    private static boolean isSeldomRead(Candidate candidate, long prefix, long hits) {
        long read = candidate.keys().stream()
                .mapToLong(key -> key.usage().tokens().cacheRead())
                .sum();
        return read <= OpportunityRules.READS.value() * prefix * hits;
    }

    private static Plan plan(Candidate candidate, long prefix, Lifetime lifetime) {
        long calls = candidate.calls();
        long writes = Math.min(calls, Stretches.count(candidate.activity().series(), lifetime.minutes()));
        Lines lines = new Lines();
        long seen = 0;
        for (PaidKey key : candidate.keys()) {
            long before = proportional(writes, seen, calls);
            seen += key.usage().requests();
            long written = proportional(writes, seen, calls) - before;
            new CachedKey(key, lifetime).add(prefix, written, lines);
        }
        return new Plan(lifetime, calls - writes, lines);
    }

    /// `whole × part ÷ of`, rounded down, so that running shares add up to the whole.
    private static long proportional(long whole, long part, long of) {
        return Math.multiplyExact(whole, part) / of;
    }

    private static Opportunity opportunity(Candidate candidate, Plan plan) {
        Audited workload = candidate.workload();
        Bounds bounds = new Bounds(BigDecimal.ZERO, expected(candidate, plan), plan.saving());
        return new Opportunity(
                Opportunity.Kind.PROMPT_CACHE,
                workload.name() + " on " + candidate.name(),
                List.of(workload.name()),
                text(candidate, plan),
                workload.money(bounds),
                Audited.share(BigDecimal.valueOf(plan.hits()), BigDecimal.valueOf(candidate.calls())),
                plan.lines().lines(),
                assumptions(candidate, plan),
                List.of());
    }

    /// What reads that are there already make likely for the rest; no more than the bound.
    private static Optional<BigDecimal> expected(Candidate candidate, Plan plan) {
        PromptSizes prompts = candidate.prompts();
        if (!OpportunityRules.EVIDENCE.reachedBy(prompts.hits())
                || prompts.lowRead() < candidate.cache().minimum()) {
            return Optional.empty();
        }
        Plan likely = plan(candidate, Math.min(prompts.lowRead(), prompts.low()), plan.lifetime());
        return Optional.of(likely.saving().max(BigDecimal.ZERO).min(plan.saving()));
    }

    private static String text(Candidate candidate, Plan plan) {
        return "95 % of the prompts have " + Wording.count(candidate.prompts().low()) + " tokens or more, "
                + Wording.count(plan.hits()) + " of " + Wording.plural(candidate.calls(), "call")
                + " came within " + plan.lifetime().minutes() + " min of another, and " + readShare(candidate)
                + " of the prompt tokens are read from the provider's cache. At most this much, if all prompts begin"
                + " alike: "
                + (candidate.cache().automatic()
                        ? "the cache works unasked, so they do not as they are sent now; what never changes must"
                                + " come first."
                        : "mark what never changes for the cache.");
    }

    private static String readShare(Candidate candidate) {
        long read = 0;
        long input = 0;
        for (PaidKey key : candidate.keys()) {
            read += key.usage().tokens().cacheRead();
            input += key.usage().tokens().input();
        }
        return read == 0 ? "none" : Wording.percent((double) read / Math.max(1, input));
    }

    private static List<String> assumptions(Candidate candidate, Plan plan) {
        List<String> all = new ArrayList<>();
        all.add("logs hold no prompts: the shared beginning is taken to be as long as the shortest prompts, which is"
                + " the most it can be; several templates may share more each");
        all.add("the cache keeps " + Wording.count(candidate.cache().minimum()) + " tokens or more for "
                + plan.lifetime().minutes() + " min after the last use"
                + (plan.lifetime().assumed() ? " (the time is assumed)" : "") + ": "
                + candidate.cache().source().url());
        all.add("calls under way at the same time are taken to find what one of them writes");
        return all;
    }
}
