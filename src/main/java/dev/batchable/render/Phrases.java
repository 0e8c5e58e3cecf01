package dev.batchable.render;

import dev.batchable.checklist.QuestionId;
import dev.batchable.report.Decision;
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
