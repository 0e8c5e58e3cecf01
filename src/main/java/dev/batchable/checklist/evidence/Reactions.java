package dev.batchable.checklist.evidence;

import dev.batchable.checklist.evidence.Reaction.Behaviour;
import dev.batchable.profile.ModelActivity;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.profile.Series;
import dev.batchable.profile.Strain;
import dev.batchable.profile.WorkloadProfile;
import java.util.Optional;

/// Finds out what one workload did in spells of one model.
///
/// Calls are compared with their usual number ([UsualCalls]). A behaviour is named only where it accounts for at
/// least half of the calls that failed or were missing, and `fail` only where as many calls made good would have
/// shown. A gateway that retries by itself and logs one row a call shows its retries by their count, others by rows
/// beyond the usual number.
final class Reactions {
    private final WorkloadProfile profile;
    private final ModelRef model;
    private final ModelActivity activity;
    private final UsualCalls calls;

    Reactions(WorkloadProfile profile, ModelRef model, ModelActivity activity) {
        this.profile = profile;
        this.model = model;
        this.activity = activity;
        calls = usual(activity.series());
    }

    private UsualCalls usual(Series lane) {
        return new UsualCalls(lane, first(), last());
    }

    private long first() {
        return Math.floorDiv(profile.activity().first().getEpochSecond(), 60);
    }

    private long last() {
        return Math.floorDiv(profile.activity().last().getEpochSecond(), 60);
    }

    /// Empty for a workload that has no calls then and usually none.
    Optional<Reaction> in(Spell spell) {
        Optional<UsualCalls.Level> level = level(spell.start(), spell.end(), spell);
        long requests = calls.calls(spell.start(), spell.end());
        long heldBack = level.map(usual -> usual.missing(requests)).orElse(0L);
        if (requests + heldBack == 0) {
            return Optional.empty();
        }
        long more = level.map(usual -> usual.surplus(requests)).orElse(0L);
        long failed = sum(spell, true);
        Reaction.During during = new Reaction.During(
                requests, failed, Math.min(requests, retried(spell, requests) + more), heldBack, sum(spell, false));
        Optional<UsualCalls.Level> after = afterwards(spell);
        long caughtUp = after.map(usual -> usual.surplus(calls.calls(spell.end(), afterEnd(spell))))
                .orElse(0L);
        long switched = switched(spell);
        boolean shows = wouldShow(level, failed) && wouldShow(after, failed);
        return Optional.of(new Reaction(
                profile.key().name(), during, caughtUp, switched, behaviour(during, caughtUp, switched, shows)));
    }

    /// Empty as well where it usually makes no calls then: those of a job that has just begun are no retries.
    private Optional<UsualCalls.Level> level(long from, long to, Spell spell) {
        return calls.level(from, to, spell.start()).filter(usual -> usual.high() >= 1);
    }

    private static boolean wouldShow(Optional<UsualCalls.Level> level, long failed) {
        return level.filter(usual -> usual.wouldShow(goodPart(failed))).isPresent();
    }

    private static double goodPart(long missed) {
        return missed * SpellRules.MADE_GOOD.value();
    }

    private static Behaviour behaviour(Reaction.During during, long caughtUp, long switched, boolean shows) {
        long failed = during.failed();
        boolean troubled = SpellRules.SPELL_CALLS.reachedBy(failed);
        if (!troubled && during.heldBack() == 0) {
            return during.retried() >= SpellRules.SPELL_CALLS.value() ? Behaviour.RETRY : Behaviour.UNAFFECTED;
        }
        if (switched > 0 && switched >= goodPart(failed + during.heldBack())) {
            return Behaviour.FALLBACK;
        }
        if (during.heldBack() > 0) {
            return caughtUp > 0 && caughtUp >= goodPart(failed + during.heldBack())
                    ? Behaviour.QUEUE
                    : Behaviour.UNCLEAR;
        }
        if (during.retried() + caughtUp >= goodPart(failed)) {
            return Behaviour.RETRY;
        }
        return shows ? Behaviour.FAIL : Behaviour.UNCLEAR;
    }

    /// Calls attempted more than once, without as many as usually are.
    private long retried(Spell spell, long requests) {
        Strain strain = activity.strain();
        long all = 0;
        long inside = 0;
        for (int i = 0; i < strain.size(); i++) {
            boolean within = strain.minute(i) >= spell.start() && strain.minute(i) < spell.end();
            all += strain.retried(i);
            inside += within ? strain.retried(i) : 0;
        }
        long others = calls.calls(first(), last() + 1) - requests;
        double usual = others == 0 ? 0 : (double) (all - inside) / others * requests;
        return Math.max(0, Math.round(inside - usual));
    }

    private long sum(Spell spell, boolean failed) {
        Series series = activity.series();
        long sum = 0;
        for (int i = 0; i < series.size(); i++) {
            if (series.minute(i) >= spell.start() && series.minute(i) < spell.end()) {
                sum += failed ? series.troubled(i) : series.tokens(i);
            }
        }
        return sum;
    }

    private static long afterEnd(Spell spell) {
        return spell.end() + Math.max(spell.minutes(), (long) SpellRules.AFTER.value());
    }

    /// Of the time after; empty where the log ends too early.
    private Optional<UsualCalls.Level> afterwards(Spell spell) {
        return afterEnd(spell) > last() + 1 ? Optional.empty() : level(spell.end(), afterEnd(spell), spell);
    }

    private long switched(Spell spell) {
        long switched = 0;
        for (var lane : profile.activity().byModel().entrySet()) {
            if (!lane.getKey().equals(model)) {
                UsualCalls other = usual(lane.getValue().series());
                long made = other.calls(spell.start(), spell.end());
                switched += other.level(spell.start(), spell.end(), spell.start())
                        .map(usual -> usual.surplus(made))
                        .orElse(0L);
            }
        }
        return switched;
    }
}
