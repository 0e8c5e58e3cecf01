package dev.batchable.checklist;

import java.util.Comparator;
import java.util.List;

/// The calls of one session in order of time, and which of them can follow after the answer that a user reads.
///
/// A call is aftercare if it starts at once after an answer has ended, or after another such call, with no answer
/// under way, and if no call that is not aftercare itself starts at once after it, since that one could need its
/// result. At once means within [Rules#CHAIN_STEP]: so soon a person has hardly read the answer and typed, so
/// that a call which a person makes after a pause is never taken for aftercare.
final class Conversation {
    /// What a call is in its session.
    enum Role {
        /// A user reads it.
        ANSWER,
        /// May be aftercare.
        CANDIDATE,
        /// Neither; it may need what came before it.
        OTHER
    }

    record Entry(long startMillis, long endMillis, Role role) {}

    private static final Comparator<Entry> BY_START = Comparator.comparingLong(Entry::startMillis)
            .thenComparingLong(Entry::endMillis)
            .thenComparing(Entry::role);
    private static final long MILLIS = 1_000;

    private final List<Entry> entries;
    private final boolean[] aftercare;

    Conversation(List<Entry> calls) {
        entries = calls.stream().sorted(BY_START).toList();
        aftercare = new boolean[entries.size()];
        markFollowers();
        unmarkNeeded();
    }

    /// Answers end before the candidates that follow them; running ends suffice, since entries ascend by start.
    private void markFollowers() {
        long answerEnd = Long.MIN_VALUE;
        long followerEnd = Long.MIN_VALUE;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.role() == Role.ANSWER) {
                answerEnd = Math.max(answerEnd, entry.endMillis());
            }
            aftercare[i] = entry.role() == Role.CANDIDATE
                    && answerEnd <= entry.startMillis()
                    && (isAtOnce(answerEnd, entry) || isAtOnce(followerEnd, entry));
            followerEnd = aftercare[i] ? Math.max(followerEnd, entry.endMillis()) : followerEnd;
        }
    }

    private void unmarkNeeded() {
        for (int i = entries.size() - 1; i >= 0; i--) {
            int next = firstFrom(entries.get(i).endMillis(), i + 1);
            boolean needed = next < entries.size()
                    && isAtOnce(entries.get(i).endMillis(), entries.get(next))
                    && !aftercare[next];
            aftercare[i] &= !needed;
        }
    }

    private static boolean isAtOnce(long end, Entry next) {
        return end != Long.MIN_VALUE
                && next.startMillis() >= end
                && next.startMillis() - end <= Rules.CHAIN_STEP.value() * MILLIS;
    }

    /// The first entry that starts at this time or later.
    private int firstFrom(long time, int from) {
        int low = from;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).startMillis() >= time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// What is counted of a session.
    Aftercare tally() {
        long candidates = count(Role.CANDIDATE);
        long after = 0;
        for (boolean marked : aftercare) {
            after += marked ? 1 : 0;
        }
        long answers = count(Role.ANSWER);
        return new Aftercare(candidates, after, answers, answersFollowed(), answers > 0 ? 1 : 0, after > 0 ? 1 : 0);
    }

    private long count(Role role) {
        return entries.stream().filter(entry -> entry.role() == role).count();
    }

    /// Answers after which, before the next answer, something was aftercare.
    private long answersFollowed() {
        long followed = 0;
        boolean open = false;
        for (int i = 0; i < entries.size(); i++) {
            open |= entries.get(i).role() == Role.ANSWER;
            if (open && aftercare[i]) {
                followed++;
                open = false;
            }
        }
        return followed;
    }
}
