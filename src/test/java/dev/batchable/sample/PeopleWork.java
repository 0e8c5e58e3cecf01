package dev.batchable.sample;

import dev.batchable.sample.SampleCall.Ending;
import dev.batchable.sample.SampleCall.Marks;
import dev.batchable.sample.SampleCall.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalLong;

/// Work that people wait for: conversations with pauses of human length, at the hours when people are awake.
final class PeopleWork {
    private static final SampleCaller SUPPORT =
            SampleCaller.named("support-chat", "cx", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)");
    private static final SampleCaller CHECKOUT =
            SampleCaller.named("checkout-copilot", "shop", "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)");
    private static final SampleCaller SEARCH =
            SampleCaller.named("search-query", "search", "okhttp/4.12.0").calling("aembedding");
    private static final SampleCaller LEADS =
            SampleCaller.named("lead-enrichment", "sales", "lead-form/2.3").retrying(1);
    private static final int CLIENT_CLOSED = 499;
    private static final long MANUAL = 14_300;
    private static final long CACHE_MILLIS = 5 * 60 * 1_000;

    private final Traffic traffic;

    PeopleWork(Traffic traffic) {
        this.traffic = traffic;
    }

    void run() {
        answerSupport();
        adviseAtCheckout();
        embedSearches();
        enrichLeads();
    }

    private void answerSupport() {
        Dice dice = new Dice("support-chat");
        for (LocalDate day : SampleMonth.days()) {
            int sessions = SampleMonth.isWeekend(day) ? dice.between(9, 14) : dice.between(20, 28);
            for (int session = 0; session < sessions; session++) {
                supportSession(SampleMonth.moment(day, SampleMonth.SHOPPING, dice), dice);
            }
        }
    }

    /// The manual is cached for all; a conversation is read from the cache as long as its customer answers within
    /// the cache's five minutes, and written anew where not.
    private void supportSession(Instant begin, Dice dice) {
        String session = "chat-" + dice.uuid();
        String customer = user(dice, 1_400);
        Instant next = begin;
        long history = 0;
        long fresh = 0;
        long pause = 0;
        for (int turn = dice.between(2, 7); turn > 0; turn--) {
            long documents = dice.around(19_000, 0.3);
            long answer = dice.around(320, 0.5);
            long written = pause < CACHE_MILLIS ? fresh : history;
            TokenCount tokens = new TokenCount(documents, MANUAL + history - written, written, answer);
            Marks marks = Marks.unknownCaller(dice).in(session).by(customer);
            pause = dice.around(85_000, 0.7);
            next = stream(SUPPORT, SampleModel.SONNET, next, tokens, marks, dice)
                    .plusMillis(pause);
            fresh = documents / 4 + answer;
            history += fresh;
        }
    }

    private void adviseAtCheckout() {
        Dice dice = new Dice("checkout-copilot");
        for (LocalDate day : SampleMonth.days()) {
            int sessions = SampleMonth.isWeekend(day) ? dice.between(34, 42) : dice.between(20, 28);
            for (int session = 0; session < sessions; session++) {
                String id = "cart-" + dice.uuid();
                String shopper = user(dice, 6_000);
                Instant next = SampleMonth.moment(day, SampleMonth.SHOPPING, dice);
                for (int turn = dice.between(1, 3); turn > 0; turn--) {
                    TokenCount tokens = TokenCount.withPrefix(dice.around(17_400, 0.2), 8_192, dice.around(210, 0.4));
                    Marks marks = Marks.unknownCaller(dice).in(id).by(shopper);
                    next = stream(CHECKOUT, SampleModel.GPT_41, next, tokens, marks, dice);
                    next = next.plusMillis(dice.around(48_000, 0.7));
                }
            }
        }
    }

    /// A streamed answer; now and then the reader leaves before its end.
    private Instant stream(
            SampleCaller caller, SampleModel model, Instant start, TokenCount tokens, Marks marks, Dice dice) {
        long first = dice.around(850, 0.35);
        Times times = new Times(start, first + tokens.output() * dice.between(14, 19), OptionalLong.of(first));
        SampleCall call = SampleCall.of(caller, model, times, tokens, marks);
        if (!dice.chance(0.012)) {
            return traffic.send(call, dice);
        }
        Times cut = new Times(start, first + dice.between(300, 1_500), OptionalLong.of(first));
        TokenCount heard = new TokenCount(tokens.input(), tokens.cacheRead(), tokens.cacheWrite(), 40);
        traffic.add(new SampleCall(
                caller, model, cut, heard, new Ending(CLIENT_CLOSED, "ClientDisconnected", 0), marks, 1));
        return cut.end();
    }

    /// One embedding a search; what was asked for lately comes from the gateway's cache.
    private void embedSearches() {
        Dice dice = new Dice("search-query");
        for (LocalDate day : SampleMonth.days()) {
            int searches = dice.between(27, 35);
            for (int search = 0; search < searches; search++) {
                Instant start = SampleMonth.moment(day, SampleMonth.SHOPPING, dice);
                Marks marks = Marks.unknownCaller(dice).by(user(dice, 6_000)).keyed(SampleCaller.sha256(dice.uuid()));
                boolean hit = dice.chance(0.14);
                Times times = new Times(start, hit ? dice.between(2, 6) : dice.around(95, 0.35), OptionalLong.empty());
                TokenCount tokens = TokenCount.of(dice.around(12, 0.5) + 1, 0);
                SampleCall call = SampleCall.of(SEARCH, SampleModel.EMBEDDING_SMALL, times, tokens, marks);
                if (hit) {
                    traffic.add(SampleCall.of(SEARCH, call.model(), times, tokens, marks.hit()));
                } else {
                    traffic.send(call, dice);
                }
            }
        }
    }

    /// Whoever fills in the form sees the enriched page next; some submit twice, and the same work is done twice.
    private void enrichLeads() {
        Dice dice = new Dice("lead-enrichment");
        for (LocalDate day : SampleMonth.days()) {
            int leads = SampleMonth.isWeekend(day) ? dice.between(6, 12) : dice.between(38, 52);
            for (int lead = 0; lead < leads; lead++) {
                Instant start = SampleMonth.moment(day, SampleMonth.OFFICE, dice);
                TokenCount tokens = TokenCount.of(dice.around(14_000, 0.35), dice.around(900, 0.3));
                Marks marks = Marks.unknownCaller(dice).keyed(SampleCaller.sha256(dice.uuid()));
                Instant answered = enrich(start, tokens, marks, dice);
                if (dice.chance(0.04)) {
                    enrich(answered.plusSeconds(dice.between(15, 90)), tokens, marks.again(dice), dice);
                }
            }
        }
    }

    private Instant enrich(Instant start, TokenCount tokens, Marks marks, Dice dice) {
        Times times = new Times(start, dice.around(6_800, 0.3), OptionalLong.empty());
        return traffic.send(SampleCall.of(LEADS, SampleModel.GPT_41, times, tokens, marks), dice);
    }

    private static String user(Dice dice, int most) {
        return String.format(Locale.ROOT, "c%05d", dice.between(1, most));
    }
}
