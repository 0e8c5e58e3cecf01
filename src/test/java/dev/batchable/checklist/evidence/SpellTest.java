package dev.batchable.checklist.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.profile.Series;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpellTest {
    private final List<Series.Slot> slots = new ArrayList<>();

    private void minute(long minute, long requests, long failed) {
        slots.add(new Series.Slot(minute, requests, requests, failed));
    }

    private List<Spell> spells() {
        return Spell.failing(Series.of(slots));
    }

    /// One failure in a hundred calls is usual here; ten in one minute are not (chance about 1e-7 at 0.7 %).
    @Test
    void findsMinutesInWhichFarMoreCallsFailThanUsual() {
        for (int minute = 0; minute < 100; minute++) {
            minute(minute, 100, minute == 50 ? 20 : 1);
        }
        assertThat(spells()).containsExactly(new Spell(Spell.Kind.ERRORS, 50, 51, 100, 20, 1));
    }

    @Test
    void twoFailuresAreNoSpellWhateverTheChance() {
        for (int minute = 0; minute < 1_000; minute++) {
            minute(minute, 2, minute == 500 ? 2 : 0);
        }
        assertThat(spells()).isEmpty();
    }

    @Test
    void aConstantShareOfFailuresIsNoSpell() {
        for (int minute = 0; minute < 100; minute++) {
            minute(minute, 20, 10);
        }
        assertThat(spells()).isEmpty();
    }

    @Test
    void minutesTenApartAreOneSpellAndElevenApartAreTwo() {
        for (int minute = 0; minute < 100; minute++) {
            boolean bad = minute == 20 || minute == 30 || minute == 41;
            minute(minute, 100, bad ? 50 : 0);
        }
        assertThat(spells()).extracting(Spell::start).containsExactly(20L, 41L);
        assertThat(spells()).extracting(Spell::end).containsExactly(31L, 42L);
    }

    /// With its minutes in which all calls fail the usual share is 38 %, without them 2 %: only then 45 %
    /// stand out.
    @Test
    void anIncidentDoesNotHideItsWeakerMinutes() {
        for (int minute = 0; minute < 165; minute++) {
            minute(minute, 100, minute < 100 ? 0 : minute < 160 ? 100 : 45);
        }
        assertThat(spells()).extracting(Spell::end).containsExactly(165L);
    }

    /// A call every 20 minutes: no minute shows anything, an outage of two hours does.
    @Test
    void findsSpellsOfWorkloadsWithThreeCallsAnHour() {
        for (int call = 0; call < 500; call++) {
            minute(call * 20L, 1, call >= 300 && call < 306 ? 1 : 0);
        }
        assertThat(spells()).containsExactly(new Spell(Spell.Kind.ERRORS, 6_000, 6_101, 6, 6, 1));
    }

    @Test
    void fewFailuresAmongFewCallsAreNoSpell() {
        for (int call = 0; call < 60; call++) {
            minute(call * 20L, 1, call == 30 || call == 31 || call == 33 ? 1 : 0);
        }
        assertThat(spells()).isEmpty();
    }
}
