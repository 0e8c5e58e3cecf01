package dev.batchable.checklist.evidence;

import java.util.List;

/// The thresholds by which spells of failing or slow calls are found, and what workloads did in them.
public final class SpellRules {
    static final Rule FALSE_ALARM = new Rule(
            "spells.false-alarm",
            1e-6,
            "per minute with calls",
            "scan over four window lengths: one false window in 1,000,000, about one in two years of busy minutes");
    static final Rule SPELL_CALLS = new Rule("spells.calls", 3, "failed calls a window", EvidenceRules.CAUTION);
    static final Rule SPELL_SPAN = new Rule("spells.span", 180, "min", "the longest window; assumed");
    static final Rule SPELL_QUIET = new Rule("spells.quiet", 10, "min", "a pause that ends a spell; assumed");
    static final Rule SLOW_CALLS = new Rule("spells.slow-calls", 30, "calls a window", "means of fewer are not normal");
    static final Rule SLOW_WINDOWS = new Rule("spells.slow-windows", 20, "windows", EvidenceRules.CAUTION);
    static final Rule SLOW_FACTOR = new Rule("spells.slow-factor", 2, "times the usual latency", EvidenceRules.CAUTION);
    static final Rule SLOW_DAYS =
            new Rule("spells.slow-days", 5, "days, for an hour's own level", EvidenceRules.CAUTION);
    static final Rule SLOW_TOLD =
            new Rule("spells.slow-told", 0.9, "of calls tell their latency", EvidenceRules.CAUTION);
    static final Rule REACTION_CHANCE = new Rule(
            "spells.reaction-chance",
            0.001,
            "chance of so few or so many calls at the usual level",
            EvidenceRules.CAUTION);
    static final Rule MADE_GOOD = new Rule(
            "spells.made-good", 0.5, "of failed or missing calls", "a behaviour is named after what most calls show");
    static final Rule AFTER = new Rule("spells.after", 60, "min", "in which calls are made up for; assumed");
    static final Rule SPELL_FLOOR = new Rule("spells.floor", 0.001, "error share", "the least that is taken as usual");

    private static final List<Rule> ALL = List.of(
            FALSE_ALARM,
            SPELL_CALLS,
            SPELL_SPAN,
            SLOW_CALLS,
            SLOW_WINDOWS,
            SLOW_FACTOR,
            SLOW_DAYS,
            SLOW_TOLD,
            REACTION_CHANCE,
            MADE_GOOD,
            AFTER,
            SPELL_QUIET,
            SPELL_FLOOR);

    private SpellRules() {}

    static List<Rule> all() {
        return ALL;
    }
}
