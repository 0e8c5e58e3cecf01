package dev.batchable.checklist.evidence;

import dev.batchable.profile.ModelActivity;
import dev.batchable.profile.Series;
import dev.batchable.profile.Strain;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// How workloads crowd each other out of one rate limit.
///
/// Problem: a refused call names the limit it met, not who had filled it. Method: the refused calls of a minute are
/// shared out over all workloads of the domain by the tokens each was served in that minute and the one before,
/// because providers count limits over a minute that may have begun in the last one; by calls where no tokens are
/// told. What a workload causes to others is the part of their refusals that falls to it, and to itself is not
/// counted. Consequence: the parts add up to the refusals; they are an upper bound of what a move would spare the
/// others, since limits are filled as well by callers that are not in the log, and by refused calls themselves.
public final class Contention {
    private final List<ModelActivity> members;
    private final Load load;
    private final Peak peak;

    private Contention(List<ModelActivity> members, Load load) {
        this.members = members;
        this.load = load;
        peak = peak(load.series());
    }

    /// @param members what each workload asked of the domain's model, by the minute
    public static Contention of(List<ModelActivity> members) {
        return new Contention(List.copyOf(members), Load.of(members));
    }

    /// The busiest minute.
    ///
    /// @param minute the one with most tokens, or most calls where no tokens are told; the first of several
    /// @param requests the most calls of any minute
    /// @param tokens the most tokens of any minute
    public record Peak(long minute, long requests, long tokens) {}

    public Peak peak() {
        return peak;
    }

    /// A member's part of the busiest minute, 0–1.
    public double shareAtPeak(int member) {
        return share(member, peak.minute(), peak.minute());
    }

    /// A member's part of the minutes in which calls were refused, 0–1; those with more refusals count more.
    public double shareWhenRefused(int member) {
        double all = 0;
        double own = 0;
        for (Map.Entry<Long, Long> minute : load.refused().entrySet()) {
            all += minute.getValue();
            own += minute.getValue() * share(member, minute.getKey() - 1, minute.getKey());
        }
        return all == 0 ? 0 : own / all;
    }

    /// A member's own calls refused for load or quota.
    public long suffered(int member) {
        Strain strain = members.get(member).strain();
        long refused = 0;
        for (int i = 0; i < strain.size(); i++) {
            refused += strain.rateLimited(i);
        }
        return refused;
    }

    /// Refused calls of other members that fall to this one.
    ///
    /// @param counted which of the others are counted
    public double caused(int member, IntPredicate counted) {
        TreeMap<Long, Long> refused = new TreeMap<>();
        for (int other = 0; other < members.size(); other++) {
            if (other != member && counted.test(other)) {
                Load.refusals(members.get(other).strain(), refused);
            }
        }
        double caused = 0;
        for (Map.Entry<Long, Long> minute : refused.entrySet()) {
            caused += minute.getValue() * share(member, minute.getKey() - 1, minute.getKey());
        }
        return caused;
    }

    /// The busiest minute once a part of each member has moved away.
    ///
    /// @param moved part of each member, 0–1
    public Peak without(double[] moved) {
        Series all = load.series();
        double[] requests =
                IntStream.range(0, all.size()).mapToDouble(all::requests).toArray();
        double[] tokens =
                IntStream.range(0, all.size()).mapToDouble(all::tokens).toArray();
        for (int member = 0; member < members.size(); member++) {
            Series series = members.get(member).series();
            for (int i = 0; moved[member] > 0 && i < series.size(); i++) {
                int place = all.from(series.minute(i));
                requests[place] -= series.requests(i) * moved[member];
                tokens[place] -= series.tokens(i) * moved[member];
            }
        }
        return new Peak(peak.minute(), most(requests), most(tokens));
    }

    private static long most(double[] figures) {
        return Math.round(Arrays.stream(figures).max().orElse(0));
    }

    /// What one member has in one minute.
    public Peak of(int member, long minute) {
        return sum(members.get(member).series(), minute, minute);
    }

    private double share(int member, long first, long last) {
        Peak own = sum(members.get(member).series(), first, last);
        Peak all = sum(load.series(), first, last);
        if (all.tokens() > 0) {
            return (double) own.tokens() / all.tokens();
        }
        return all.requests() == 0 ? 0 : (double) own.requests() / all.requests();
    }

    private static Peak sum(Series series, long first, long last) {
        long requests = 0;
        long tokens = 0;
        for (int i = series.from(first); i < series.size() && series.minute(i) <= last; i++) {
            requests += series.requests(i);
            tokens += series.tokens(i);
        }
        return new Peak(last, requests, tokens);
    }

    private static Peak peak(Series series) {
        boolean byTokens = IntStream.range(0, series.size()).anyMatch(i -> series.tokens(i) > 0);
        long minute = 0;
        long most = -1;
        long requests = 0;
        long tokens = 0;
        for (int i = 0; i < series.size(); i++) {
            long figure = byTokens ? series.tokens(i) : series.requests(i);
            if (figure > most) {
                most = figure;
                minute = series.minute(i);
            }
            requests = Math.max(requests, series.requests(i));
            tokens = Math.max(tokens, series.tokens(i));
        }
        return new Peak(minute, requests, tokens);
    }
}
