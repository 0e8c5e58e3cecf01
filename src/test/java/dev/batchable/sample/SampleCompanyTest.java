package dev.batchable.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.policy.Policy;
import dev.batchable.policy.PolicyException;
import dev.batchable.policy.PolicyReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCompanyTest {
    private static final Path SAMPLES = Path.of("samples");
    private static final SampleCompany COMPANY = SampleCompany.inOctober();

    @TempDir
    private Path directory;

    @Test
    void writesTheBytesThatAreCommitted() throws IOException {
        SampleCompany.main(new String[] {directory.toString()});

        for (String file : List.of(
                SampleCompany.GATEWAY_LOG, SampleCompany.OVERLAP, SampleCompany.VISION_LOG, SampleCompany.BILL)) {
            assertThat(content(directory.resolve(file))).as(file).isEqualTo(content(SAMPLES.resolve(file)));
        }
    }

    @Test
    void staysSmallEnoughForARepository() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        assertThat(bytes).isLessThan(3_000_000);
    }

    @Test
    void keepsEveryCallInsideTheMonth() {
        assertThat(allCalls())
                .allMatch(call -> !call.times().start().isBefore(SampleMonth.utc(SampleMonth.FIRST, 0, 0)))
                .allMatch(call -> call.times().end().isBefore(SampleMonth.utc(SampleMonth.AFTER, 0, 0)));
    }

    @Test
    void givesEveryCallAnIdOfItsOwn() {
        Set<String> ids = new HashSet<>();

        assertThat(allCalls()).allMatch(call -> ids.add(call.marks().requestId()));
    }

    @Test
    void exportsTheLastAfternoonTwice() {
        Set<SampleCall> month = new HashSet<>(COMPANY.gatewayCalls());

        assertThat(month.containsAll(COMPANY.overlap())).isTrue();
        assertThat(COMPANY.overlap().size()).isBetween(100, 400);
    }

    /// 2,000,000 descriptions × 496 tokens × 31 nights × 0.13 USD a million = 3,997.76 USD.
    @Test
    void shipsASliceOfAFourThousandDollarJob() {
        List<SampleCall> slice = allCalls().stream()
                .filter(call -> call.caller().alias().equals(Optional.of("product-reembed")))
                .toList();
        BigDecimal month = used(slice).multiply(BigDecimal.valueOf(NightWork.SLICE));

        assertThat(month).isBetween(new BigDecimal("3970"), new BigDecimal("4030"));
    }

    /// 22 workdays × (400,000 × 2 + 12,000 × 8) ÷ 1,000,000 = 19.712 USD went past the gateway.
    @Test
    void billsWhatWasLoggedAndWhatWentPastTheGateway() {
        assertThat(billed("Usage")).isEqualByComparingTo(used(allCalls()).add(new BigDecimal("19.712")));
        assertThat(billed("Credit")).isEqualByComparingTo("-25");
        assertThat(billed("Tax")).isPositive();
    }

    @Test
    void keepsPromptsBelowTheDearBandOfLongContexts() {
        assertThat(allCalls())
                .filteredOn(call -> call.model() == SampleModel.GPT_56_SOL)
                .allMatch(call -> call.tokens().prompt() <= 272_000);
    }

    @Test
    void comesWithAPolicyThatIsReadWithoutAWord() throws PolicyException {
        Policy policy = PolicyReader.read(SAMPLES.resolve("batchable.yaml"));

        assertThat(policy.workloads()).hasSize(7);
        assertThat(policy.waivers()).hasSize(1);
        assertThat(policy.formats().get(0).map()).hasSize(10);
        assertThat(policy.formats().get(0).files().matches(SampleCompany.VISION_LOG))
                .isTrue();
    }

    @Test
    void isDescribedByItsReadme() throws IOException {
        List<String> readme = Files.readAllLines(SAMPLES.resolve("README.md"));
        Map<String, List<SampleCall>> workloads = allCalls().stream()
                .collect(Collectors.groupingBy(
                        call -> call.caller().alias().orElse("(master key)"), TreeMap::new, Collectors.toList()));

        workloads.forEach(
                (name, calls) -> assertThat(readme).as(name).anyMatch(line -> line.startsWith(row(name, calls))));
    }

    private static String row(String name, List<SampleCall> calls) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %,d | %,.2f |",
                name,
                calls.size(),
                used(calls).setScale(2, RoundingMode.HALF_UP));
    }

    /// At list prices; of a cancelled stream, which the gateway logs without a cost, what was heard of it.
    private static BigDecimal used(List<SampleCall> calls) {
        return calls.stream()
                .filter(call -> !call.marks().cacheHit())
                .map(call -> call.model().cost(call.tokens()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<SampleCall> allCalls() {
        return Stream.concat(COMPANY.gatewayCalls().stream(), COMPANY.visionCalls().stream())
                .toList();
    }

    /// The first column is BilledCost, the sixth ChargeCategory; no cell before them holds a comma.
    private static BigDecimal billed(String category) {
        return FocusBill.csv(allCalls().stream())
                .lines()
                .skip(1)
                .map(line -> line.split(",", 7))
                .filter(cells -> cells[5].equals(category))
                .map(cells -> new BigDecimal(cells[0]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Compressed bytes differ between builds of zlib; what they hold may not.
    private static String content(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!file.toString().endsWith(".gz")) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
