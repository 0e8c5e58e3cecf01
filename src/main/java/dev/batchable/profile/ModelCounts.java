package dev.batchable.profile;

import dev.batchable.profile.sketch.Histogram;
import dev.batchable.profile.sketch.MinuteCounts;
import dev.batchable.profile.sketch.NameCounts;
import dev.batchable.record.StableHash;
import dev.batchable.record.Tokens;
import java.util.Optional;

/// Calls of one model by the minute; a commutative monoid under [#merge].
final class ModelCounts {
    /// Real workloads have one account or a handful.
    private static final int MAX_ACCOUNTS = 32;

    private final MinuteCounts minutes = new MinuteCounts();
    /// Rate-limited calls in the place of calls, retried ones in the place of tokens.
    private final MinuteCounts strained = new MinuteCounts();
    private final NameCounts accounts = new NameCounts(MAX_ACCOUNTS, StableHash::of);
    private final Histogram prompts = new Histogram();
    private final Histogram reads = new Histogram();

    /// What one row tells: its calls, their tokens, and how many of them failed, were refused for load or quota,
    /// and were attempted more than once.
    record Row(long requests, long tokens, long troubled, long rateLimited, long retried, Optional<String> account) {}

    void add(int minute, Row row) {
        minutes.add(minute, row.requests, row.tokens, row.troubled);
        if (row.rateLimited + row.retried > 0) {
            strained.add(minute, row.rateLimited, row.retried, 0);
        }
        if (row.account.isPresent()) {
            accounts.add(row.account.get(), row.requests);
        }
    }

    /// The prompt of one answered call.
    void addPrompt(Tokens tokens) {
        if (tokens.input() > 0) {
            prompts.record(tokens.input());
            if (tokens.cacheRead() > 0) {
                reads.record(tokens.cacheRead());
            }
        }
    }

    void merge(ModelCounts other) {
        minutes.merge(other.minutes);
        strained.merge(other.strained);
        accounts.merge(other.accounts);
        prompts.merge(other.prompts);
        reads.merge(other.reads);
    }

    MinuteCounts minutes() {
        return minutes;
    }

    ModelActivity activity(int slotMinutes) {
        return new ModelActivity(
                Series.of(minutes, slotMinutes),
                Strain.of(strained, slotMinutes),
                new Accounts(accounts.counts(), accounts.total()),
                PromptSizes.of(prompts, reads));
    }
}
