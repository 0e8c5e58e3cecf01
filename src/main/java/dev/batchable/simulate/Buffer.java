package dev.batchable.simulate;

import java.util.Arrays;
import java.util.function.LongPredicate;

/// Takes calls of one lane off the front, parcel by parcel, and cuts the last one where only some of its calls
/// are wanted.
final class Buffer {
    private final Parcels arrivals;
    private final long[] before;
    private int next;
    private long taken;
    private long tokensTaken;

    Buffer(Parcels arrivals) {
        this.arrivals = arrivals;
        before = new long[arrivals.size() + 1];
        for (int i = 0; i < arrivals.size(); i++) {
            before[i + 1] = before[i] + arrivals.requests(i);
        }
    }

    boolean isEmpty() {
        return next == arrivals.size();
    }

    /// When the call at the front came.
    long oldest() {
        return arrivals.second(next);
    }

    /// When the call came that makes so many wait; empty calls for [Long#MAX_VALUE], never.
    long reaches(long requests) {
        long wanted = before[next] + taken + requests;
        int place = Arrays.binarySearch(before, wanted);
        int parcel = (place < 0 ? -place - 1 : place) - 1;
        return parcel < arrivals.size() ? arrivals.second(Math.max(next, parcel)) : Long.MAX_VALUE;
    }

    /// How many came up to a moment.
    long waiting(long second) {
        int end = next;
        while (end < arrivals.size() && arrivals.second(end) <= second) {
            end++;
        }
        return before[end] - before[next] - taken;
    }

    /// Calls from the front as long as they came by `until`, the most of them is not reached, and one more call
    /// does not make too many tokens.
    Parcels take(long until, long most, LongPredicate fits) {
        Parcels calls = new Parcels();
        while (!isEmpty() && oldest() <= until && calls.requests() < most) {
            long wanted = Math.min(left(), most - calls.requests());
            long fitting = fitting(wanted, calls, fits);
            if (fitting == 0) {
                break;
            }
            long tokens = tokens(fitting);
            calls.add(oldest(), fitting, tokens);
            advance(fitting, tokens);
        }
        return calls;
    }

    /// The front parcel whole.
    Parcels takeParcel() {
        return take(oldest(), left(), tokens -> true);
    }

    private long left() {
        return arrivals.requests(next) - taken;
    }

    /// A first call is always taken, so that the buffer gets empty.
    private long fitting(long wanted, Parcels calls, LongPredicate fits) {
        if (fits.test(calls.tokens() + tokens(wanted))) {
            return wanted;
        }
        long low = calls.size() == 0 ? 1 : 0;
        long high = wanted - 1;
        while (low < high) {
            long middle = (low + high + 1) / 2;
            if (fits.test(calls.tokens() + tokens(middle))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// Of the next so many calls of the front parcel; all that are left with its last call.
    private long tokens(long requests) {
        long end = taken + requests;
        long all = arrivals.tokens(next);
        long whole = arrivals.requests(next);
        long upTo = all / whole * end + all % whole * end / whole;
        return upTo - tokensTaken;
    }

    private void advance(long requests, long tokens) {
        taken += requests;
        tokensTaken += tokens;
        if (taken == arrivals.requests(next)) {
            next++;
            taken = 0;
            tokensTaken = 0;
        }
    }
}
