package dev.batchable.sample;

import dev.batchable.sample.SampleCall.Ending;
import dev.batchable.sample.SampleCall.Marks;
import dev.batchable.sample.SampleCall.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Work that keeps office hours without anybody watching it, and work of engineers.
final class OfficeWork {
    private static final SampleCaller INVOICES = SampleCaller.named(
                    "invoice-extract", "finance", "python-requests/2.32.3")
            .retrying(3);
    private static final SampleCaller EVALS = SampleCaller.named("eval-suite", "platform", "AsyncOpenAI/Python 1.99.1")
            .tagged("suite:regression", "ci:true")
            .retrying(2);
    private static final SampleCaller AGENT = SampleCaller.named("ops-agent", "platform", "ops-agent/0.9 node/22")
            .calling("anthropic_messages")
            .retrying(1);
    private static final SampleCaller MASTER =
            new SampleCaller(Optional.empty(), "", "OpenAI/Python 1.99.1", List.of(), "acompletion", 0);
    private static final SampleCaller RANKER = SampleCaller.named("shelf-ranker", "search", "python-httpx/0.28.1");
    /// The day on which OpenAI was in trouble, and merges went on all the same.
    private static final LocalDate OUTAGE = LocalDate.of(2026, 10, 14);
    private static final double LIMITED_AT_START = 0.35;

    private final Traffic traffic;

    OfficeWork(Traffic traffic) {
        this.traffic = traffic;
    }

    void run() {
        extractInvoices();
        evaluateMerges();
        operate();
        useTheMasterKey();
        rankShelves();
    }

    /// The mailbox is polled every ten minutes of the working day; a poll finds a handful of scanned invoices.
    private void extractInvoices() {
        Dice dice = new Dice("invoice-extract");
        for (LocalDate day : SampleMonth.workdays()) {
            for (int poll = 0; poll < 13 * 6; poll++) {
                Pool pool = new Pool(
                        2, SampleMonth.utc(day, 5 + poll / 6, poll % 6 * 10).plusMillis(dice.between(200, 3_000)));
                for (int invoice = dice.weighted(4, 5, 4, 2, 1); invoice > 0; invoice--) {
                    Times times = new Times(pool.start(), dice.around(21_000, 0.3), OptionalLong.empty());
                    TokenCount tokens = TokenCount.of(dice.around(81_000, 0.4), dice.around(2_600, 0.3));
                    pool.busyUntil(traffic.send(
                            SampleCall.of(INVOICES, SampleModel.GPT_41, times, tokens, Marks.unknownCaller(dice)),
                            dice));
                }
            }
        }
    }

    /// After a merge; forty prompts, eight at a time, as fast as they go. Its first minute runs into the rate
    /// limit that it shares with the checkout.
    private void evaluateMerges() {
        Dice dice = new Dice("eval-suite");
        for (LocalDate day : SampleMonth.workdays()) {
            for (int merge = dice.between(1, 3); merge > 0; merge--) {
                Instant begin = day.equals(OUTAGE) ? SampleMonth.utc(day, 8, 10 + 20 * merge) : mergedAt(day, dice);
                Pool pool = new Pool(8, begin);
                for (int prompt = 0; prompt < 40; prompt++) {
                    evaluate(pool, begin, dice);
                }
            }
        }
    }

    private static Instant mergedAt(LocalDate day, Dice dice) {
        return SampleMonth.moment(day, SampleMonth.OFFICE, dice);
    }

    private void evaluate(Pool pool, Instant begin, Dice dice) {
        Instant start = pool.start();
        Marks marks = Marks.unknownCaller(dice);
        if (start.isBefore(begin.plusSeconds(20)) && dice.chance(LIMITED_AT_START)) {
            Times refused = new Times(start, dice.around(150, 0.3), OptionalLong.empty());
            traffic.add(new SampleCall(
                    EVALS,
                    SampleModel.GPT_41,
                    refused,
                    TokenCount.NONE,
                    new Ending(429, "RateLimitError", 0),
                    marks,
                    1));
            start = refused.end().plusSeconds(dice.between(15, 30));
        }
        Times times = new Times(start, dice.around(17_000, 0.35), OptionalLong.empty());
        TokenCount tokens = TokenCount.of(dice.around(28_000, 0.3), dice.around(1_500, 0.4));
        pool.busyUntil(traffic.send(SampleCall.of(EVALS, SampleModel.GPT_41, times, tokens, marks.again(dice)), dice));
    }

    /// Each step needs the answer of the step before, and reads the growing context from the provider's cache.
    private void operate() {
        Dice dice = new Dice("ops-agent");
        for (LocalDate day : SampleMonth.workdays()) {
            for (int task = dice.between(5, 8); task > 0; task--) {
                String session = "task-" + dice.uuid();
                Instant next = SampleMonth.moment(day, SampleMonth.OFFICE, dice);
                long context = 61_000;
                for (int step = dice.between(7, 16); step > 0; step--) {
                    long grown = dice.around(2_800, 0.5);
                    TokenCount tokens = new TokenCount(60, context, grown, dice.around(520, 0.5));
                    Times times = new Times(next, dice.around(9_000, 0.35), OptionalLong.empty());
                    next = traffic.send(
                            SampleCall.of(
                                    AGENT,
                                    SampleModel.SONNET,
                                    times,
                                    tokens,
                                    Marks.unknownCaller(dice).in(session)),
                            dice);
                    next = next.plusMillis(dice.around(1_400, 0.6));
                    context += grown;
                }
            }
        }
    }

    /// Notebooks and one-line scripts that took the key everybody knows.
    private void useTheMasterKey() {
        Dice dice = new Dice("master key");
        for (LocalDate day : SampleMonth.workdays()) {
            for (int call = dice.between(18, 34); call > 0; call--) {
                Times times = new Times(
                        SampleMonth.moment(day, SampleMonth.OFFICE, dice),
                        dice.around(8_000, 0.6),
                        OptionalLong.empty());
                TokenCount tokens = TokenCount.of(dice.around(52_000, 0.6), dice.around(700, 0.6));
                traffic.send(
                        SampleCall.of(MASTER, SampleModel.GPT_41_MINI, times, tokens, Marks.unknownCaller(dice)), dice);
            }
        }
    }

    private void rankShelves() {
        Dice dice = new Dice("shelf-ranker");
        for (LocalDate day : SampleMonth.days()) {
            for (int call = 0; call < 8; call++) {
                Times times = new Times(
                        SampleMonth.utc(day, 2 + call * 2, 30).plusMillis(dice.between(100, 900)),
                        dice.around(3_200, 0.2),
                        OptionalLong.empty());
                TokenCount tokens = TokenCount.of(dice.around(5_000, 0.2), dice.around(300, 0.2));
                traffic.send(
                        SampleCall.of(RANKER, SampleModel.SHELF_RANKER, times, tokens, Marks.unknownCaller(dice)),
                        dice);
            }
        }
    }
}
