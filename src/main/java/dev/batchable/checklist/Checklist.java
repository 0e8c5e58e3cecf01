package dev.batchable.checklist;

import dev.batchable.checklist.evidence.ChecklistSettings;
import dev.batchable.checklist.evidence.Incident;
import dev.batchable.checklist.evidence.Incidents;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.policy.Policy;
import dev.batchable.price.RatedWorkload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts the six questions to every workload and chooses the verdict.
public final class Checklist {
    private Checklist() {}

    public static Judgements judge(List<RatedWorkload> workloads, Policy policy, ChecklistSettings settings) {
        List<Subject> subjects = workloads.stream()
                .map(workload -> Subject.of(workload, policy, settings))
                .toList();
        UserWaiting first = new UserWaiting();
        List<Answer> waiting = subjects.stream()
                .map(subject -> first.answer(subject, List.of()))
                .toList();
        List<Incident> incidents =
                Incidents.of(subjects.stream().map(Subject::profile).toList());
        Interview interview = new Interview(QuotaDomains.of(subjects, waiting), incidents, AfterAnswers.of(subjects));
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            Map<QuestionId, Answer> given = Map.of(QuestionId.USER_WAITING, waiting.get(i));
            Case workload = Case.of(subjects.get(i), interview.answers(subjects.get(i), given));
            judgements.add(judgement(workload, new Decider(interview, workload)));
        }
        return new Judgements(judgements, incidents);
    }

    private static Judgement judgement(Case workload, Decider decider) {
        Judge.Ruling ruling = Judge.rule(workload);
        Optional<Judgement.Decides> decides =
                ruling.verdict() == Verdict.UNDECIDED ? decider.decides() : Optional.empty();
        return new Judgement(
                workload.subject().workload(),
                workload.answers(),
                ruling.verdict(),
                move(workload, ruling),
                ruling.blockers(),
                decides,
                Advisor.of(workload, ruling, decides));
    }

    /// The recommended move; else what the target that saves most would do, for display.
    private static Optional<Judgement.Move> move(Case workload, Judge.Ruling ruling) {
        if (ruling.choice().isPresent()) {
            Case.Choice choice = ruling.choice().get();
            Optional<String> deadline = workload.budget().flatMap(Budget::assumedDeadline);
            return Optional.of(move(workload, choice, deadline, Recipe.of(workload, choice)));
        }
        Optional<String> deadline = workload.budget().isPresent()
                ? workload.budget().flatMap(Budget::assumedDeadline)
                : Optional.of("results within " + Wording.duration(Duration.ofDays(1)));
        return workload.rated().stream().findFirst().map(choice -> move(workload, choice, deadline, List.of()));
    }

    private static Judgement.Move move(
            Case workload, Case.Choice choice, Optional<String> deadline, List<String> recipe) {
        return new Judgement.Move(
                choice.target().tier(), choice.share(), choice.saving(), Toll.of(workload, choice), deadline, recipe);
    }
}
