package dev.batchable.evaluation;

import dev.batchable.checklist.Verdict;
import dev.batchable.evaluation.workload.Distortion;
import dev.batchable.evaluation.workload.Label;
import dev.batchable.evaluation.workload.Workload;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Judges workloads again after their log was distorted, or is read in another zone.
final class Robustness {
    /// Zones of the report, with half hours and with summer time among them.
    private static final List<String> ZONES =
            List.of("America/New_York", "Europe/Berlin", "Asia/Kolkata", "Asia/Tokyo");

    private Robustness() {}

    private static Assessor assessor(ZoneId zone) {
        return new Assessor(zone, EnumSet.of(Change.MODE));
    }

    /// Every part of the workload under every distortion.
    static Stream<Change> of(Workload workload) {
        Map<String, Verdict> before = verdicts(workload);
        Stream<Change> distorted = Distortion.all().stream()
                .flatMap(distortion -> assessor(ZoneOffset.UTC).judge(workload.distorted(distortion.change())).stream()
                        .map(judged -> change(distortion.group(), distortion.name(), judged, before)));
        Stream<Change> read = ZONES.stream()
                .flatMap(zone -> assessor(ZoneId.of(zone)).judge(workload).stream()
                        .map(judged -> change("report in another zone", zone, judged, before)));
        return Stream.concat(distorted, read);
    }

    /// What becomes of waited-for work when a job runs under its key.
    static Stream<Change> merged(Workload interactive, Workload machine) {
        return assessor(ZoneOffset.UTC).judge(Distortion.merged(interactive, machine)).stream()
                .filter(judged -> judged.label() != Label.MACHINE)
                .map(judged -> change("merged with a job", "merged", judged, Map.of()));
    }

    private static Map<String, Verdict> verdicts(Workload workload) {
        Map<String, Verdict> verdicts = new HashMap<>();
        assessor(ZoneOffset.UTC)
                .judge(workload)
                .forEach(judged ->
                        verdicts.put(judged.part(), judged.in(Change.MODE).verdict()));
        return verdicts;
    }

    private static Change change(String group, String name, Judged judged, Map<String, Verdict> before) {
        Verdict then = before.getOrDefault(judged.part(), Verdict.UNDECIDED);
        return new Change(group, name, judged, then);
    }

    static Table table(List<Change> changes) {
        Table table = new Table(
                "distortion", "truth", "n", "`move` before", "`move` after", "moves lost", "moves gained", "changed");
        for (String group : changes.stream().map(Change::group).distinct().toList()) {
            for (Label label : Label.values()) {
                List<Change> own = changes.stream()
                        .filter(change ->
                                change.group().equals(group) && change.judged().label() == label)
                        .toList();
                if (!own.isEmpty()) {
                    row(table, group, label, own);
                }
            }
        }
        return table;
    }

    private static void row(Table table, String group, Label label, List<Change> own) {
        List<Change> moved =
                own.stream().filter(change -> moves(change.before())).toList();
        List<Change> moves =
                own.stream().filter(change -> moves(change.after())).toList();
        table.row(
                group,
                label.id(),
                own.size(),
                moved.size(),
                moves.size(),
                moved.stream().filter(change -> !moves(change.after())).count(),
                moves.stream().filter(change -> !moves(change.before())).count(),
                own.stream().filter(Change::changed).count());
    }

    private static boolean moves(Verdict verdict) {
        return verdict == Verdict.MOVE || verdict == Verdict.SPLIT;
    }
}
