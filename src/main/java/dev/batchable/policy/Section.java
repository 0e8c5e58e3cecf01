package dev.batchable.policy;

import java.util.List;

/// The mappings of `batchable.yaml` and their keys, as data: the reader refuses what is not listed here,
/// messages quote it, and a test holds `docs/policy.md` to it.
///
/// @param label the key under which the mapping stands, for messages
record Section(String label, List<Key> keys) {
    static final Section POLICY = of(
            "the policy",
            required("version", "the number 1", "1"),
            optional("currency", "an ISO 4217 code in upper case", "USD"),
            optional("time_zone", "an IANA time zone", "Europe/Berlin"),
            optional("salt", "text", "acme-2026"),
            optional("exchange", "a list of exchange rates", "[{from: EUR, to: USD, …}]"),
            optional("workloads", "a list of workloads", "[{name: invoice-extract, …}]"),
            optional("waivers", "a list of waivers", "[{workload: support-*, …}]"),
            optional("gate", "a mapping of limits", "{fail_above: 500 USD}"),
            optional("formats", "a list of log formats", "[{name: our-proxy, …}]"));

    static final Section EXCHANGE = of(
            "exchange",
            required("from", "an ISO 4217 code in upper case", "EUR"),
            required("to", "an ISO 4217 code in upper case", "USD"),
            required("rate", "a number above zero", "1.08"),
            required("date", "a date", "2026-10-31"),
            required("source", "text", "ECB"));

    static final Section WORKLOAD = of(
            "workloads",
            required("name", "text", "invoice-extract"),
            required("match", "a mapping of at least one key", "{key: \"invoice-*\"}"),
            optional("owner", "text", "billing-team"),
            optional("use_case", "text", "document-extraction"),
            optional("recurring", "true or false", "true"),
            optional("outcome", "per: trace or calls: a number", "{per: trace}"),
            optional("effort", "an amount of money", "4000 USD"),
            optional("answers", "a mapping of answers", "{user_waiting: no}"),
            optional("controls", "a list of headroom, fallback, degraded-mode", "[headroom, fallback]"),
            optional(
                    "blockers",
                    "a list of zero-retention, streaming-consumer, tool-loop, provisioned",
                    "[zero-retention]"));

    static final Section MATCH = of(
            "match",
            optional("key", "a glob or a list of globs", "\"invoice-*\""),
            optional("team", "a glob or a list of globs", "billing"),
            optional("project", "a glob or a list of globs", "\"proj_*\""),
            optional("service", "a glob or a list of globs", "\"*-worker\""),
            optional("user_agent", "a glob or a list of globs", "\"python-requests/*\""),
            optional("tag", "a glob or a list of globs", "\"nightly*\""),
            optional("model", "a glob or a list of globs", "\"gpt-*\""),
            optional("provider", "a glob or a list of globs", "[openai, azure]"),
            optional(
                    "operation",
                    "a glob or a list of globs over chat, embedding, completion, image, audio, rerank,"
                            + " moderation, other, unknown",
                    "chat"),
            optional("workload", "a glob or a list of globs", "\"(unattributed)*\""),
            optional("stream", "true or false", "false"));

    static final Section OUTCOME = of(
            "outcome", optional("per", "the word trace", "trace"), optional("calls", "a whole number above zero", "3"));

    static final Section ANSWERS = of(
            "answers",
            optional("user_waiting", "yes, no or mixed", "no"),
            optional("max_latency", "a duration or a time of day", "4h or \"06:00\""),
            optional("deferral_cost", "money per hour of delay", "12 USD/h"),
            optional("quota_domain", "text", "openai/prod"),
            optional("degradation", "queue, retry, fallback, fail or user-visible-error", "queue"),
            optional("partial_async", "whole, none or a percentage", "40%"));

    static final Section WAIVER = of(
            "waivers",
            required("workload", "a glob", "\"support-*\""),
            required("owner", "text", "cx"),
            required("reason", "text", "contract until Q2"),
            required("expires", "a date, the last day it holds", "2027-03-31"),
            optional("ceiling", "money per month", "400 USD/month"));

    static final Section GATE = of(
            "gate",
            optional("fail_above", "an amount or a percentage", "500 USD or 5%"),
            optional("warn_above", "an amount or a percentage", "500 USD or 5%"),
            optional("max_undecided", "a percentage", "30%"),
            optional("min_coverage", "a percentage", "95%"));

    static final Section FORMAT = of(
            "formats",
            required("name", "text", "our-proxy"),
            required("files", "a glob over file names", "\"proxy-*.csv\""),
            required("map", "a mapping from fields to columns or dotted paths", "{timestamp: created, key: app}"));

    static final Section MAP = new Section(
            "map",
            FormatMapping.fieldNames().keySet().stream()
                    .map(name -> optional(name, "a column or dotted path", "meta.tok_in"))
                    .toList());

    /// One key of a mapping.
    ///
    /// @param expects which values are allowed, as the object of "expected …"
    /// @param example one of them, or two joined by "or", as written in YAML
    record Key(String name, boolean required, String expects, String example) {
        /// The end of a message about a wrong value.
        String expectation() {
            return "; expected " + expects + ", such as " + example;
        }
    }

    Section {
        keys = List.copyOf(keys);
    }

    private static Section of(String label, Key... keys) {
        return new Section(label, List.of(keys));
    }

    /// All sections, in the order of the reference.
    static List<Section> all() {
        return List.of(POLICY, EXCHANGE, WORKLOAD, MATCH, OUTCOME, ANSWERS, WAIVER, GATE, FORMAT, MAP);
    }

    List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    /// @throws IllegalArgumentException for a key that is not of this section
    Key key(String name) {
        return keys.stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no key " + name + " in " + label));
    }

    private static Key required(String name, String expects, String example) {
        return new Key(name, true, expects, example);
    }

    private static Key optional(String name, String expects, String example) {
        return new Key(name, false, expects, example);
    }
}
