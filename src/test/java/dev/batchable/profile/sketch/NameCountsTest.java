package dev.batchable.profile.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NameCountsTest {
    @Test
    void countsEveryNameWhileTheyFit() {
        NameCounts counts = new NameCounts(2, String::hashCode);
        counts.add("a", 3);
        counts.add("b", 1);
        counts.add("a", 2);
        assertThat(counts.counts()).containsOnly(entry("a", 5), entry("b", 1));
        assertThat(counts.total()).isEqualTo(6);
    }

    /// 100 names, each as often as its number; however they are shuffled and shared out, the same four are kept with
    /// their whole counts.
    @Test
    void keepsTheSameNamesWithExactCountsInAnyOrderAndSplit() {
        List<Integer> calls = new ArrayList<>();
        for (int name = 1; name <= 100; name++) {
            calls.addAll(Collections.nCopies(name, name));
        }
        List<NameCounts> results = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Collections.shuffle(calls, random);
            NameCounts one = new NameCounts(4, String::hashCode);
            NameCounts other = new NameCounts(4, String::hashCode);
            calls.forEach(name -> (random.nextBoolean() ? one : other).add("n" + name, 1));
            one.merge(other);
            results.add(one);
        }
        assertThat(results).allSatisfy(result -> {
            assertThat(result.counts()).isEqualTo(results.get(0).counts()).hasSize(4);
            assertThat(result.counts())
                    .allSatisfy((name, count) -> assertThat("n" + count).isEqualTo(name));
            assertThat(result.total()).isEqualTo(5_050);
        });
    }

    private static Map.Entry<String, Long> entry(String name, long count) {
        return Map.entry(name, count);
    }
}
