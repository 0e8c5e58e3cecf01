package dev.batchable.profile;

import dev.batchable.record.Caller;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the marks that schedulers and pipelines leave on a caller's tags and names.
///
/// - Tags named as OpenTelemetry names the resource a scheduler started (semantic conventions: `k8s.cronjob.*`,
/// `k8s.job.*`, `cicd.pipeline.*`) or as Airflow names its runs (`dag_id`).
/// - Whole words such as `cronjob` in a tag's value, a service, a key's alias or a workload's name.
/// - Names of Kubernetes CronJob runs: the controller appends the scheduled time in minutes since 1970, and the
/// pod five more characters, as in `digest-29341980-x7k2p`. Dates of eight digits (20261005) are smaller numbers.
///
/// Words that say what work is done (`eval`, `nightly`) are left to the hint of the name: they outlive their
/// meaning, while these marks are set by the machine.
final class JobMarks {
    private static final Pattern CRON_JOB = Pattern.compile("-(\\d{8})(?:-[a-z0-9]{5})?$");
    /// 2017 to 2046 in minutes since 1970.
    private static final int FIRST_MINUTE = 25_000_000;
    private static final int LAST_MINUTE = 40_000_000;

    private static final List<String> TAG_NAMES = List.of(
            "k8s.cronjob.", "k8s.job.", "cicd.pipeline.", "dag_id", "dag_run", "airflow", "cronjob", "cron", "ci_job");
    private static final Set<String> WORDS = Set.of(
            "cron", "cronjob", "crontab", "airflow", "dagster", "prefect", "jenkins", "buildkite", "circleci", "ci");

    private JobMarks() {}

    static boolean on(Caller caller) {
        Stream<String> names = Stream.of(caller.service(), caller.keyAlias(), caller.workload())
                .flatMap(Optional::stream);
        return names.anyMatch(JobMarks::marks) || caller.tags().stream().anyMatch(JobMarks::tagMarks);
    }

    private static boolean tagMarks(String tag) {
        String text = tag.strip().toLowerCase(Locale.ROOT);
        return TAG_NAMES.stream().anyMatch(name -> text.startsWith(name) && text.length() > name.length())
                || marks(text);
    }

    private static boolean marks(String name) {
        String text = name.strip().toLowerCase(Locale.ROOT);
        Matcher run = CRON_JOB.matcher(text);
        boolean scheduled = run.find() && isMinute(Integer.parseInt(run.group(1)));
        return scheduled || Arrays.stream(text.split("[^a-z0-9]+", -1)).anyMatch(WORDS::contains);
    }

    private static boolean isMinute(int number) {
        return FIRST_MINUTE <= number && number < LAST_MINUTE;
    }
}
