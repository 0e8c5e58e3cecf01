package dev.batchable.report.json;

import dev.batchable.report.Appendix.Incident;
import dev.batchable.report.Appendix.Member;
import dev.batchable.report.Appendix.QuotaDomain;
import dev.batchable.report.Appendix.Reaction;
import dev.batchable.report.Appendix.Scope;

/// Members of `quotaDomains` and `incidents`.
final class QuotaJson {
    private QuotaJson() {}

    static void writeDomain(QuotaDomain domain, JsonOut out) {
        out.value("provider", domain.scope().provider())
                .value("account", domain.scope().account())
                .value("region", domain.scope().region())
                .value("model", domain.scope().model())
                .value("requests", domain.requests())
                .value("rateLimited", domain.rateLimited())
                .object("peaks", domain.peaks(), UsageJson::writePeaks)
                .value("freedTokensPerMinute", domain.freedTokensPerMinute())
                .objects(
                        "members",
                        domain.members(),
                        (member, o) -> o.value("workload", member.workload())
                                .value("requests", member.requests())
                                .value("rateLimited", member.rateLimited())
                                .value("shareAtPeak", member.shareAtPeak()));
    }

    static QuotaDomain readDomain(JsonIn in) {
        return new QuotaDomain(
                new Scope(in.text("provider"), in.textOrNull("account"), in.textOrNull("region"), in.text("model")),
                in.count("requests"),
                in.count("rateLimited"),
                in.object("peaks", UsageJson::readPeaks),
                in.countOrNull("freedTokensPerMinute"),
                in.objects(
                        "members",
                        o -> new Member(
                                o.text("workload"),
                                o.count("requests"),
                                o.count("rateLimited"),
                                o.figureOrNull("shareAtPeak"))));
    }

    static void writeIncident(Incident incident, JsonOut out) {
        out.value("domain", incident.domain())
                .value("kind", incident.kind())
                .value("from", incident.from())
                .value("to", incident.to())
                .value("requests", incident.requests())
                .value("troubled", incident.troubled())
                .objects(
                        "reactions",
                        incident.reactions(),
                        (reaction, o) -> o.value("workload", reaction.workload())
                                .value("requests", reaction.requests())
                                .value("troubled", reaction.troubled())
                                .value("behaviour", reaction.behaviour())
                                .value("spend", reaction.spend()));
    }

    static Incident readIncident(JsonIn in) {
        return new Incident(
                in.text("domain"),
                in.text("kind"),
                in.instant("from"),
                in.instant("to"),
                in.count("requests"),
                in.count("troubled"),
                in.objects(
                        "reactions",
                        o -> new Reaction(
                                o.text("workload"),
                                o.count("requests"),
                                o.count("troubled"),
                                o.text("behaviour"),
                                o.figureOrNull("spend"))));
    }
}
