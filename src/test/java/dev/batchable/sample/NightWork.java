package dev.batchable.sample;

import dev.batchable.sample.SampleCall.Marks;
import dev.batchable.sample.SampleCall.Times;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;

/// Work that nobody waits for and that comes back by the clock.
final class NightWork {
    private static final SampleCaller REEMBED = SampleCaller.named(
                    "product-reembed", "search", "AsyncOpenAI/Python 1.99.1")
            .calling("aembedding")
            .retrying(3);
    private static final SampleCaller REVIEWS = SampleCaller.named(
                    "review-classification", "reviews", "python-httpx/0.28.1")
            .retrying(3);
    private static final SampleCaller WEEKLY = SampleCaller.named(
                    "weekly-report", "insights", "AsyncOpenAI/Python 1.99.1")
            .tagged("report:weekly")
            .retrying(3);
    private static final SampleCaller TRANSLATE = SampleCaller.named(
                    "catalog-translate", "catalog", "AsyncOpenAI/Python 1.99.1")
            .calling("aretrieve_batch");

    /// Every 20th call of the real job is in the sample: 100,000 of 2,000,000 product descriptions a night.
    static final int SLICE = 20;
    private static final int DESCRIPTIONS_A_NIGHT = 2_000_000 / SLICE;
    private static final int DESCRIPTIONS_A_CALL = 500;

    /// Above this many tokens the model costs twice as much; the reports are cut to stay below.
    private static final long LONG_CONTEXT = 272_000;

    private final Traffic traffic;

    NightWork(Traffic traffic) {
        this.traffic = traffic;
    }

    void run() {
        reembedProducts();
        classifyReviews();
        writeWeeklyReports();
        translateCatalog();
    }

    /// Starts when the product export is there, soon after one, and takes the longer the slower the provider is.
    private void reembedProducts() {
        Dice dice = new Dice("product-reembed");
        int calls = DESCRIPTIONS_A_NIGHT / DESCRIPTIONS_A_CALL;
        for (LocalDate night : SampleMonth.days()) {
            Instant begin = SampleMonth.utc(night, 1, 0).plusSeconds(dice.between(0, 20 * 60));
            long spacing = dice.between(38, 44) * 1_000L;
            for (int call = 0; call < calls; call++) {
                Instant start = begin.plusMillis(call * spacing + dice.between(0, 9_000));
                // 496 tokens a description on average.
                long tokens = DESCRIPTIONS_A_CALL * (long) dice.between(486, 506);
                Times times = new Times(start, dice.around(2_600, 0.25), OptionalLong.empty());
                traffic.send(
                        SampleCall.of(
                                REEMBED,
                                SampleModel.EMBEDDING_LARGE,
                                times,
                                TokenCount.of(tokens, 0),
                                Marks.unknownCaller(dice)),
                        dice);
            }
        }
    }

    /// Every hour at five past: the reviews of the last hour, in three prompts one after the other.
    private void classifyReviews() {
        Dice dice = new Dice("review-classification");
        for (LocalDate day : SampleMonth.days()) {
            for (int hour = 0; hour < 24; hour++) {
                Instant next = SampleMonth.utc(day, hour, 5).plusMillis(dice.between(400, 2_500));
                for (int prompt = 0; prompt < 3; prompt++) {
                    Times times = new Times(next, dice.around(38_000, 0.2), OptionalLong.empty());
                    TokenCount tokens = TokenCount.of(dice.around(104_000, 0.15), dice.around(8_700, 0.15));
                    next = traffic.send(
                            SampleCall.of(
                                    REVIEWS, SampleModel.HAIKU_ON_BEDROCK, times, tokens, Marks.unknownCaller(dice)),
                            dice);
                    next = next.plusMillis(dice.between(200, 900));
                }
            }
        }
    }

    /// Mondays before work: one report a category, eight at a time.
    private void writeWeeklyReports() {
        Dice dice = new Dice("weekly-report");
        for (LocalDate day : SampleMonth.workdays()) {
            if (day.getDayOfWeek() != DayOfWeek.MONDAY) {
                continue;
            }
            Pool pool = new Pool(8, SampleMonth.utc(day, 3, 30).plusMillis(dice.between(300, 3_000)));
            for (int category = 0; category < 115; category++) {
                Times times = new Times(pool.start(), dice.around(85_000, 0.3), OptionalLong.empty());
                TokenCount tokens =
                        TokenCount.of(Math.min(dice.around(190_000, 0.12), LONG_CONTEXT), dice.around(8_000, 0.2));
                pool.busyUntil(traffic.send(
                        SampleCall.of(WEEKLY, SampleModel.GPT_56_SOL, times, tokens, Marks.unknownCaller(dice)), dice));
            }
        }
    }

    /// Already on batch: sent in the evening, fetched when done; the gateway logs one row when it fetches.
    private void translateCatalog() {
        Dice dice = new Dice("catalog-translate");
        for (LocalDate day : SampleMonth.days()) {
            Instant fetched = SampleMonth.utc(day, 20, 0).plusSeconds(dice.between(600, 6_000));
            long requests = dice.between(1_400, 1_700);
            traffic.add(new SampleCall(
                    TRANSLATE,
                    SampleModel.GPT_41_MINI_BATCH,
                    new Times(fetched, dice.around(700, 0.3), OptionalLong.empty()),
                    TokenCount.of(requests * dice.between(2_300, 2_500), requests * dice.between(1_050, 1_150)),
                    SampleCall.Ending.OK,
                    Marks.unknownCaller(dice),
                    requests));
        }
    }
}
