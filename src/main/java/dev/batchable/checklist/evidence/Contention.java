package dev.batchable.checklist.evidence;

import dev.batchable.profile.ModelActivity;
import dev.batchable.profile.Series;
import dev.batchable.profile.Strain;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
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
        TreeMap<Long, double[]> left = new TreeMap<>();
        for (int member = 0; member < members.size(); member++) {
            Series series = members.get(member).series();
            for (int i = 0; i < series.size(); i++) {
                double[] sums = left.computeIfAbsent(series.minute(i), any -> new double[2]);
                sums[0] += series.requests(i) * (1 - moved[member]);
                sums[1] += series.tokens(i) * (1 - moved[member]);
            }
        }
        return new Peak(peak.minute(), most(left, sums -> sums[0]), most(left, sums -> sums[1]));
    }

    private static long most(TreeMap<Long, double[]> minutes, ToDoubleFunction<double[]> figure) {
        return Math.round(minutes.values().stream().mapToDouble(figure).max().orElse(0));
    }

    /// What one member has in one minute.
    public Peak of(int member, long minute) {
        Series series = members.get(member).series();
        long requests = 0;
        long tokens = 0;
        for (int i = series.from(minute); i < series.size() && series.minute(i) == minute; i++) {
            requests += series.requests(i);
            tokens += series.tokens(i);
        }
        return new Peak(minute, requests, tokens);
    }

    private double share(int member, long first, long last) {
        double[] tokens = new double[2];
        double[] requests = new double[2];
        for (int other = 0; other < members.size(); other++) {
            for (long minute = first; minute <= last; minute++) {
                Peak part = of(other, minute);
                tokens[1] += part.tokens();
                requests[1] += part.requests();
                tokens[0] += other == member ? part.tokens() : 0;
                requests[0] += other == member ? part.requests() : 0;
            }
        }
        double[] told = tokens[1] > 0 ? tokens : requests;
        return told[1] == 0 ? 0 : told[0] / told[1];
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
