package dev.batchable.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said about a policy that cannot be used.
class PolicyProblemsTest {
    @Test
    void namesFileLineAndNearestKeyForAnUnknownOne() {
        assertProblems("""
                version: 1
                workloads:
                  - name: a
                    match: {key: a}
                    answers:
                      max_latncy: 4h
                """, "p.yaml:6: unknown key 'max_latncy' under answers; did you mean 'max_latency'?");
    }

    @Test
    void listsTheKnownKeysWhereNoneIsNear() {
        assertProblems(
                "version: 1\ngate: {colour: red}\n",
                "p.yaml:2: unknown key 'colour' under gate;"
                        + " expected one of fail_above, warn_above, max_undecided, min_coverage");
    }

    @Test
    void reportsAllProblemsOfAFileTogetherInOrderOfLines() {
        assertProblems(
                """
                version: 2
                currency: dollars
                time_zone: Europe/Atlantis
                exchange: [{from: EUR, to: USD, rate: 0, date: yesterday, source: ECB}]
                waivers:
                  - {workload: a, owner: b, reason: c}
                wrkloads: []
                """,
                "p.yaml:1: version is '2'; expected the number 1, such as 1",
                "p.yaml:2: currency is 'dollars'; expected an ISO 4217 code in upper case, such as USD",
                "p.yaml:3: time_zone is 'Europe/Atlantis'; expected an IANA time zone, such as Europe/Berlin",
                "p.yaml:4: rate is '0'; expected a number above zero, such as 1.08",
                "p.yaml:4: date is 'yesterday'; expected a date, such as 2026-10-31",
                "p.yaml:6: 'expires' is missing in waivers; expected a date, the last day it holds, such as 2027-03-31",
                "p.yaml:7: unknown key 'wrkloads'; did you mean 'workloads'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user_waiting: false | user_waiting is 'false'; expected yes, no or mixed, such as no",
                "user_waiting: mixd | user_waiting is 'mixd'; expected yes, no or mixed, such as no;"
                        + " did you mean 'mixed'?",
                "max_latency: 4 hours | max_latency is '4 hours'; expected a duration or a time of day,"
                        + " such as 4h or \"06:00\"",
                "max_latency: 25:00 | max_latency is '25:00'; expected a duration or a time of day,"
                        + " such as 4h or \"06:00\"",
                "deferral_cost: 12 | deferral_cost is '12'; expected money per hour of delay, such as 12 USD/h",
                "deferral_cost: 12 USD | deferral_cost is '12 USD'; expected money per hour of delay,"
                        + " such as 12 USD/h",
                "quota_domain: [a] | quota_domain is a list; expected text, such as openai/prod",
                "quota_domain: | quota_domain is empty; expected text, such as openai/prod",
                "degradation: user_visible_error | degradation is 'user_visible_error'; expected queue, retry,"
                        + " fallback, fail or user-visible-error, such as queue; did you mean 'user-visible-error'?",
                "partial_async: 140% | partial_async is '140%'; expected whole, none or a percentage, such as 40%",
            })
    void refusesAnAnswerOutsideItsVocabulary(String answer, String message) {
        assertProblems(
                "version: 1\nworkloads:\n  - name: a\n    match: {key: a}\n    answers:\n      " + answer + "\n",
                "p.yaml:6: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "match: {} | match names no key and so would take every call; expected a mapping of at least one key,"
                        + " such as {key: \"invoice-*\"}",
                "match: {key: []} | key is an empty list; expected a glob or a list of globs, such as \"invoice-*\"",
                "match: {stream: no} | stream is 'no'; expected true or false, such as false",
                "match: {key: [{a: b}]} | key is a mapping; expected a glob or a list of globs, such as \"invoice-*\"",
                "match: a | match is 'a'; expected a mapping",
                "match: {operation: embeddings} | operation is 'embeddings'; expected a glob or a list of globs over"
                        + " chat, embedding, completion, image, audio, rerank, moderation, other, unknown, such as chat",
                "match: {key: a}, outcome: {} | outcome names both or neither of per and calls;"
                        + " expected one of them",
                "match: {key: a}, outcome: {per: trace, calls: 2} | outcome names both or neither of per and calls;"
                        + " expected one of them",
                "match: {key: a}, outcome: {calls: 0} | calls is '0'; expected a whole number above zero, such as 3",
                "match: {key: a}, blockers: [tool-lop] | blockers is 'tool-lop'; expected a list of zero-retention,"
                        + " streaming-consumer, tool-loop, provisioned, such as [zero-retention];"
                        + " did you mean 'tool-loop'?",
            })
    void refusesAWorkloadThatCannotBeMeant(String keys, String message) {
        assertProblems("version: 1\nworkloads:\n  - {name: a, " + keys + "}\n", "p.yaml:3: " + message);
    }

    @Test
    void refusesTwoEntriesOfOneName() {
        assertProblems(
                """
                version: 1
                workloads:
                  - {name: a, match: {key: a}}
                  - {name: a, match: {key: b}}
                """,
                "p.yaml:4: workload 'a' is defined on line 3 already; expected one entry whose match lists all globs");
    }

    @Test
    void refusesAWarningThatCouldNeverCome() {
        String message = "p.yaml:2: warn_above is not below fail_above, so the warning would never come";
        assertProblems("version: 1\ngate: {fail_above: 5%, warn_above: 5%}\n", message);
        assertProblems("version: 1\ngate: {fail_above: 500 USD, warn_above: 501 USD}\n", message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{fail_above: 5%, warn_above: 4%}",
                "{fail_above: 5%, warn_above: 400 USD}",
                "{fail_above: 5 EUR, warn_above: 400 USD}",
                "{fail_above: 5%}",
                "{fail_above: 500}",
            })
    void takesLimitsThatCannotContradictEachOther(String gate) throws PolicyException {
        assertThat(PolicyReader.read("p.yaml", "version: 1\ngate: " + gate)
                        .gate()
                        .failAbove())
                .isPresent();
    }

    @Test
    void refusesTwoColumnsForOneField() {
        assertProblems(
                "version: 1\nformats:\n  - {name: a, files: b, map: {timestamp: t, start: s}}\n",
                "p.yaml:3: timestamp and start are two names of one field; expected one of them");
        assertProblems(
                "version: 1\nformats:\n  - {name: a, files: b, map: {}}\n",
                "p.yaml:3: map is empty; expected a mapping from fields to columns or dotted paths,"
                        + " such as {timestamp: created, key: app}");
    }

    @Test
    void refusesADuplicateKey() {
        assertProblems(
                "version: 1\ngate: {fail_above: 5%}\ngate: {}\n",
                "p.yaml:3: duplicate key 'gate'; it stands on line 2 already");
    }

    @Test
    void explainsAnUnquotedGlobThatBeginsWithAStar() {
        String hint = "; a glob that begins with * must be quoted, such as \"*-nightly\"";
        assertProblems(
                "version: 1\nworkloads: [{name: a, match: {key: *nightly}}]\n",
                "p.yaml:2: unknown alias '*nightly'" + hint,
                "p.yaml:2: key is empty; expected a glob or a list of globs, such as \"invoice-*\"");
        assertThatThrownBy(() -> PolicyReader.read("p.yaml", "version: 1\nworkloads: *\n"))
                .isInstanceOf(PolicyException.class)
                .hasMessageStartingWith("p.yaml:2: is no valid YAML: ")
                .hasMessageEndingWith(hint);
    }

    @Test
    void survivesAliasesOfAliasesWithoutExpandingThem() {
        StringBuilder bomb = new StringBuilder("version: 1\na0: &a0 [x]\n");
        for (int level = 1; level <= 60; level++) {
            String below = "*a" + (level - 1);
            bomb.append("a" + level + ": &a" + level + " [" + below + ", " + below + "]\n");
        }
        assertThatThrownBy(() -> PolicyReader.read("p.yaml", bomb.toString()))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("p.yaml:2: unknown key 'a0'")
                .hasMessageEndingWith("p.yaml: and 11 more problems");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:\\n\\t- b | p.yaml:2: is no valid YAML: found character '\\t(TAB)' that cannot start any token."
                        + " (Do not use \\t(TAB) for indentation)",
                "version: 1\\n? {a: b}\\n: c | p.yaml:2: is no valid YAML: ",
                "version: 1\\n--- {}\\n | p.yaml:2: a second document begins here; expected one",
                "[version] | p.yaml:1: the policy is a list; expected a mapping",
                "# nothing | p.yaml:1: the policy is empty; expected a mapping",
            })
    void namesTheLineOfTextThatIsNoPolicy(String text, String message) {
        assertThatThrownBy(() ->
                        PolicyReader.read("p.yaml", text.replace("\\n", "\n").replace("\\t", "\t")))
                .isInstanceOf(PolicyException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void boundsTheNesting() {
        assertProblems(
                "version: " + "[".repeat(30) + "]".repeat(30) + "\n",
                "p.yaml:1: is nested more than 20 levels deep",
                "p.yaml:1: version is a list; expected the number 1, such as 1");
    }

    private static void assertProblems(String text, String... problems) {
        assertThatThrownBy(() -> PolicyReader.read("p.yaml", text))
                .isInstanceOfSatisfying(
                        PolicyException.class, e -> assertThat(e.problems()).containsExactly(problems));
    }
}
