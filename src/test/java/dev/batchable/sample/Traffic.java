package dev.batchable.sample;

import dev.batchable.sample.SampleCall.Ending;
import dev.batchable.sample.SampleCall.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// All calls of one log, in the order in which they were written.
final class Traffic {
    private static final int RATE_LIMITED = 429;

    private final List<SampleCall> calls = new ArrayList<>();

    /// A call that meets the weather, and the caller's retries.
    ///
    /// @return when the caller has its answer or has given up
    Instant send(SampleCall call, Dice dice) {
        SampleCall attempt = call;
        for (int retry = 0; ; retry++) {
            Instant start = attempt.times().start();
            Optional<Ending> trouble = Weather.strike(call.model(), start, dice);
            if (trouble.isEmpty()) {
                SampleCall answered = ended(attempt, new Ending(Ending.OK.status(), "", retry));
                calls.add(answered);
                return answered.times().end();
            }
            SampleCall failed = failed(attempt, trouble.get(), retry, dice);
            calls.add(failed);
            if (retry == call.caller().retries()) {
                return failed.times().end();
            }
            Instant next = failed.times().end().plusSeconds(dice.between(10, 40) * (1L << retry));
            attempt = again(attempt, next, dice);
        }
    }

    /// A call that is written as it is.
    void add(SampleCall call) {
        calls.add(call);
    }

    /// By end, then by id: the gateway writes a row when the call is over.
    List<SampleCall> calls() {
        return calls.stream()
                .sorted(Comparator.comparing((SampleCall call) -> call.times().end())
                        .thenComparing(call -> call.marks().requestId()))
                .toList();
    }

    private static SampleCall ended(SampleCall call, Ending ending) {
        return new SampleCall(
                call.caller(), call.model(), call.times(), call.tokens(), ending, call.marks(), call.requests());
    }

    /// A refusal comes at once, a timeout after the caller's patience; neither is charged.
    private static SampleCall failed(SampleCall call, Ending ending, int retry, Dice dice) {
        long latency = ending.status() == RATE_LIMITED ? dice.around(180, 0.3) : dice.around(9_000, 0.5);
        return new SampleCall(
                call.caller(),
                call.model(),
                new Times(call.times().start(), latency, OptionalLong.empty()),
                TokenCount.NONE,
                new Ending(ending.status(), ending.errorClass(), retry),
                call.marks(),
                call.requests());
    }

    private static SampleCall again(SampleCall call, Instant start, Dice dice) {
        Times times =
                new Times(start, call.times().latencyMillis(), call.times().firstTokenMillis());
        return new SampleCall(
                call.caller(),
                call.model(),
                times,
                call.tokens(),
                Ending.OK,
                call.marks().again(dice),
                1);
    }
}
