package dev.batchable.profile;

import static dev.batchable.profile.Profiles.only;
import static dev.batchable.record.SampleCall.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Outcome;
import dev.batchable.record.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelActivityTest {
    @Test
    void knowsByModelWhatWasRefusedAndUnderWhichAccount() {
        Activity activity = only(
                        call().key("bot").at("2026-11-02T10:00:00Z").account("prod"),
                        call().key("bot")
                                .at("2026-11-02T10:00:59Z")
                                .account("prod")
                                .outcome(Outcome.RATE_LIMITED),
                        call().key("bot")
                                .at("2026-11-02T10:05:00Z")
                                .account("dev")
                                .retries(2),
                        call().key("bot").at("2026-11-02T10:05:00Z").model("o3"),
                        call().key("bot")
                                .at("2026-11-02T10:05:00Z")
                                .tier(Tier.BATCH)
                                .count(7))
                .activity();
        long ten = Instant.parse("2026-11-02T10:00:00Z").getEpochSecond() / 60;
        SortedMap<String, Long> accounts = new TreeMap<>(Map.of("prod", 2L, "dev", 1L));
        assertThat(activity.byModel().get(model("gpt-4.1")))
                .isEqualTo(new ModelActivity(
                        Series.of(List.of(new Series.Slot(ten, 2, 220, 1), new Series.Slot(ten + 5, 1, 110, 0))),
                        Strain.of(List.of(new Strain.Slot(ten, 1, 0), new Strain.Slot(ten + 5, 0, 1))),
                        new Accounts(accounts, 3),
                        new PromptSizes(2, 100, 0, 0)));
        assertThat(activity.byModel().get(model("o3")))
                .isEqualTo(new ModelActivity(
                        Series.of(List.of(new Series.Slot(ten + 5, 1, 110, 0))),
                        Strain.NONE,
                        Accounts.UNTOLD,
                        new PromptSizes(1, 100, 0, 0)));
        assertThat(activity.series().requests(1)).isEqualTo(9);
    }

    private static RatingKey.ModelRef model(String name) {
        return new RatingKey.ModelRef(Optional.of("openai"), Optional.of(name), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"5, 3, prod", "3, 3, dev", "5, 6, prod", "5, 7, "})
    void theMainAccountIsThatOfMostCallsAndUnknownWhereOthersLeftOutMayHaveMore(long prod, long more, String main) {
        SortedMap<String, Long> calls = new TreeMap<>(Map.of("prod", prod, "dev", more > 4 ? 1L : 3L));
        assertThat(new Accounts(calls, prod + more).main()).isEqualTo(Optional.ofNullable(main));
    }
}
