package dev.batchable.render;

import dev.batchable.checklist.QuestionId;
import dev.batchable.report.Decision;
import dev.batchable.report.Decision.Outcome;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.util.Optional;

/// Turns of phrase that several outputs share.
final class Phrases {
    private Phrases() {}

    /// The verdict with its target: `move to batch`, `split 60 % to flex`, `keep`.
    static String verdict(WorkloadReport workload) {
        Decision decision = workload.decision();
        String target = decision.target().map(tier -> " to " + tier.id()).orElse("");
        return switch (workload.verdict()) {
            case MOVE -> "move" + target;
            case SPLIT -> "split " + Figures.percent(decision.share().orElse(BigDecimal.ZERO)) + target;
            case DEFERRED, BLOCKED, KEEP, UNDECIDED -> decision.verdict().id();
        };
    }

    /// What to declare so that a question is answered.
    static String declare(QuestionId question, String workload) {
        return "declare " + question.policyKey() + " of " + workload;
    }

    /// What the missing fact decides: money a month, or over the window where the work is not known to come
    /// back; empty where no amount is known.
    static Optional<String> worth(WorkloadReport workload, String currency) {
        return workload.decision()
                .decides()
                .filter(decides -> workload.atStake().signum() > 0)
                .map(decides -> Figures.money(workload.atStake(), currency)
                        + (workload.isOneOff() ? " once, over the window" : " a month"));
    }

    /// Where an answer would lead: `user_waiting: no moves it to batch and saves 231 to 247 USD a month`.
    static String outcome(Outcome outcome, WorkloadReport workload, String currency) {
        String answers = outcome.together().isEmpty()
                ? outcome.answer()
                : outcome.answer() + " together with " + String.join(", ", outcome.together());
        String tier = outcome.target().map(target -> " to " + target.id()).orElse("");
        String saves = " and saves "
                + (workload.isOneOff()
                        ? Figures.range(outcome.window()) + " " + currency + " once"
                        : Figures.range(outcome.monthly()) + " " + currency + " a month");
        return answers
                + switch (outcome.verdict()) {
                    case MOVE -> " moves it" + tier + saves;
                    case SPLIT -> " moves a share of it" + tier + saves;
                    case KEEP -> " keeps it on realtime";
                    case UNDECIDED -> " leaves it undecided";
                    case BLOCKED -> " shows what blocks it";
                    case DEFERRED -> " leaves it where it is";
                };
    }

    static String plural(long count, String noun) {
        return Figures.count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /// A clause as a sentence.
    static String sentence(String clause) {
        if (clause.isEmpty()) {
            return clause;
        }
        int first = clause.codePointAt(0);
        String capital =
                Character.toString(Character.toUpperCase(first)) + clause.substring(Character.charCount(first));
        return capital.endsWith(".") || capital.endsWith("!") || capital.endsWith("?") ? capital : capital + ".";
    }
}
