package dev.batchable.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchable.policy.CallMatch.Attribute;
import dev.batchable.policy.DeclaredAnswers.Degradation;
import dev.batchable.policy.DeclaredAnswers.UserWaiting;
import dev.batchable.record.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {
    private static final String FULL = """
            version: 1
            currency: USD
            time_zone: Europe/Berlin            # of times of day below
            salt: acme
            exchange: [{from: EUR, to: USD, rate: 1.08, date: 2026-10-31, source: "ECB"}]
            workloads:
              - name: invoice-extract
                match: {key: "invoice-*", operation: chat, stream: false}
                owner: billing-team
                use_case: document-extraction
                recurring: true
                outcome: {per: trace}
                effort: 4000 USD
                answers:
                  user_waiting: no
                  max_latency: 4h
                  deferral_cost: 12 USD/h
                  quota_domain: openai/prod
                  degradation: queue
                  partial_async: 40%
                controls: [headroom, fallback, degraded-mode]
                blockers: [zero-retention]
              - name: digest
                match: {tag: ["weekly-*", "monthly-?"], provider: [openai, azure]}
                outcome: {calls: 3}
                answers: {max_latency: 06:00, partial_async: whole}
            waivers:
              - {workload: "support-*", owner: cx, reason: "contract", expires: 2027-03-31, ceiling: 400 USD/month}
            gate: {fail_above: 500 USD, warn_above: 5%, max_undecided: 30%, min_coverage: 95%}
            formats:
              - {name: our-proxy, files: "proxy-*.csv", map: {timestamp: created, input_tokens: tok_in, key: app}}
            """;

    @TempDir
    private Path directory;

    @Test
    void readsEveryKeyOfAFullPolicy() throws PolicyException {
        Policy policy = PolicyReader.read("batchable.yaml", FULL);

        assertThat(policy.currency()).contains("USD");
        assertThat(policy.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(policy.salt()).contains("acme");
        assertThat(policy.exchange())
                .containsExactly(
                        new ExchangeRate("EUR", "USD", new BigDecimal("1.08"), LocalDate.of(2026, 10, 31), "ECB"));
        assertThat(policy.gate())
                .isEqualTo(new GateLimits(
                        Optional.of(new SavingLimit.Amount(new BigDecimal("500"), Optional.of("USD"))),
                        Optional.of(new SavingLimit.Share(new BigDecimal("0.05"))),
                        Optional.of(new BigDecimal("0.30")),
                        Optional.of(new BigDecimal("0.95"))));
        assertThat(policy.waivers())
                .containsExactly(new Waiver(
                        28,
                        Glob.of("support-*"),
                        "cx",
                        "contract",
                        LocalDate.of(2027, 3, 31),
                        Optional.of(Money.usd("400"))));
        assertThat(policy.formats())
                .containsExactly(new FormatMapping(
                        31,
                        "our-proxy",
                        Glob.of("proxy-*.csv"),
                        Map.of("timestamp", "created", "input_tokens", "tok_in", "key", "app")));
    }

    @Test
    void readsWorkloadsWithTheirAnswers() throws PolicyException {
        List<WorkloadRule> rules = PolicyReader.read("batchable.yaml", FULL).workloads();

        WorkloadRule invoices = rules.get(0);
        assertThat(invoices.line()).isEqualTo(7);
        assertThat(invoices.match())
                .isEqualTo(new CallMatch(
                        Map.of(
                                Attribute.KEY, List.of(Glob.of("invoice-*")),
                                Attribute.OPERATION, List.of(Glob.of("chat"))),
                        Optional.of(false)));
        assertThat(invoices.ownership())
                .isEqualTo(new WorkloadRule.Ownership(
                        Optional.of("billing-team"),
                        Optional.of("document-extraction"),
                        Optional.of(new OutcomeUnit.PerTrace()),
                        Optional.of(Money.usd("4000"))));
        assertThat(invoices.recurring()).contains(true);
        assertThat(invoices.answers())
                .isEqualTo(new DeclaredAnswers(
                        Optional.of(UserWaiting.NO),
                        Optional.of(new LatencyBudget.Within(Duration.ofHours(4))),
                        Optional.of(new DeferralCost(Money.usd("12"))),
                        Optional.of("openai/prod"),
                        Optional.of(Degradation.QUEUE),
                        Optional.of(new PartialAsync(new BigDecimal("0.40")))));
        assertThat(invoices.controls()).containsExactly("headroom", "fallback", "degraded-mode");
        assertThat(invoices.blockers()).containsExactly("zero-retention");

        WorkloadRule digest = rules.get(1);
        assertThat(digest.match().globs().get(Attribute.TAG))
                .containsExactly(Glob.of("weekly-*"), Glob.of("monthly-?"));
        assertThat(digest.match().stream()).isEmpty();
        assertThat(digest.ownership().outcome()).contains(new OutcomeUnit.Calls(3));
        assertThat(digest.answers().maxLatency()).contains(new LatencyBudget.By(LocalTime.of(6, 0)));
        assertThat(digest.answers().partialAsync()).contains(new PartialAsync(BigDecimal.ONE));
    }

    @Test
    void leavesOutWhatIsNotSaid() throws PolicyException {
        assertThat(PolicyReader.read("p.yaml", "version: 1\n")).isEqualTo(Policy.EMPTY);
        assertThat(PolicyReader.read("p.yaml", "version: 1\n").zone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void takesSectionsWhoseLinesAreAllCommentedOutAsEmpty() throws PolicyException {
        Policy policy = PolicyReader.read("p.yaml", """
                version: 1
                waivers:
                  # none yet
                gate:
                workloads:
                  - name: a
                    match: {key: a}
                    answers:
                      # max_latency: 4h
                """);

        assertThat(policy.waivers()).isEmpty();
        assertThat(policy.workloads().get(0).answers()).isEqualTo(DeclaredAnswers.NONE);
    }

    @Test
    void sharesWhatAnAnchorNames() throws PolicyException {
        Policy policy = PolicyReader.read("p.yaml", """
                version: 1
                workloads:
                  - {name: a, match: {key: a}, answers: &nightly {user_waiting: no, max_latency: 4h}}
                  - {name: b, match: {key: b}, answers: *nightly}
                """);

        assertThat(policy.workloads().get(1).answers())
                .isEqualTo(policy.workloads().get(0).answers());
    }

    @ParameterizedTest
    @CsvSource({
        "user_waiting, no, true",
        "user_waiting, perhaps, false",
        "max_latency, 06:00, true",
        "max_latency, 5h22m, false",
        "deferral_cost, nothing within 4h, false",
        "quota_domain, openai/prod, true",
        "partial_async, 40%, true",
    })
    void tellsWhetherATextIsAnAnswer(String key, String text, boolean expected) {
        assertThat(PolicyReader.acceptsAnswer(key, text)).isEqualTo(expected);
    }

    @Test
    void knowsNoAnswersButThoseToTheSixQuestions() {
        assertThatThrownBy(() -> PolicyReader.acceptsAnswer("owner", "cx"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAFileWithByteOrderMarkAndCarriageReturns() throws IOException, PolicyException {
        Path file = directory.resolve("batchable.yaml");
        Files.writeString(file, "\uFEFF" + FULL.replace("\n", "\r\n"));

        assertThat(PolicyReader.read(file)).isEqualTo(PolicyReader.read("p.yaml", FULL));
    }

    @Test
    void refusesFilesThatCannotBeAPolicy() throws IOException {
        Path missing = directory.resolve("missing.yaml");
        assertThatThrownBy(() -> PolicyReader.read(missing)).hasMessage(missing + ": does not exist");

        Path latin = Files.write(directory.resolve("latin.yaml"), new byte[] {'a', ':', (byte) 0xE9});
        assertThatThrownBy(() -> PolicyReader.read(latin)).hasMessage(latin + ": is not encoded in UTF-8");

        Path large = Files.write(directory.resolve("large.yaml"), new byte[PolicyReader.MAX_BYTES + 1]);
        assertThatThrownBy(() -> PolicyReader.read(large))
                .hasMessage(large + ": is larger than 1048576 bytes; expected a policy");

        assertThatThrownBy(() -> PolicyReader.read(directory))
                .isInstanceOf(PolicyException.class)
                .hasMessageStartingWith(directory + ": cannot be read");
    }

    @Test
    void meetsBrokenTextWithAPolicyOrAPolicyExceptionAndNothingElse() {
        Random random = new Random(20261121);
        byte[] original = FULL.getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int round = 0; round < 2_000; round++) {
            byte[] broken = original.clone();
            for (int flip = 0; flip <= random.nextInt(4); flip++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(128);
            }
            try {
                PolicyReader.read("p.yaml", new String(broken, StandardCharsets.UTF_8));
            } catch (PolicyException expected) {
                assertThat(expected.problems()).isNotEmpty().allMatch(problem -> problem.startsWith("p.yaml:"));
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 1_999);
    }
}
