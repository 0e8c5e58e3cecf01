package dev.batchable.report.json;

import dev.batchable.report.Appendix.Crowding;
import dev.batchable.report.Appendix.Headroom;
import dev.batchable.report.Appendix.Incident;
import dev.batchable.report.Appendix.MadeGood;
import dev.batchable.report.Appendix.Member;
import dev.batchable.report.Appendix.QuotaDomain;
import dev.batchable.report.Appendix.Reaction;
import dev.batchable.report.Appendix.Scope;
import java.math.BigDecimal;
import java.util.Optional;

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
                .object("peaksAfter", domain.headroom().peaksAfter(), UsageJson::writePeaks)
                .value("freedRequestsPerMinute", domain.headroom().freedRequestsPerMinute())
                .value("freedTokensPerMinute", domain.headroom().freedTokensPerMinute())
                .objects("members", domain.members(), QuotaJson::writeMember);
    }

    private static void writeMember(Member member, JsonOut out) {
        out.value("workload", member.workload())
                .value("requests", member.requests())
                .value("usersWait", member.usersWait())
                .value("rateLimited", member.rateLimited())
                .value("shareAtPeak", member.crowding().map(Crowding::shareAtPeak))
                .value("shareWhenRefused", member.crowding().map(Crowding::shareWhenRefused))
                .value("rateLimitsCaused", member.crowding().map(Crowding::caused))
                .value("rateLimitsCausedWhereUsersWait", member.crowding().map(Crowding::harmed));
    }

    private static Member readMember(JsonIn in) {
        Optional<BigDecimal> atPeak = in.figureOrNull("shareAtPeak");
        Optional<BigDecimal> whenRefused = in.figureOrNull("shareWhenRefused");
        Optional<BigDecimal> caused = in.figureOrNull("rateLimitsCaused");
        Optional<BigDecimal> harmed = in.figureOrNull("rateLimitsCausedWhereUsersWait");
        Optional<Crowding> crowding = atPeak.flatMap(peak -> whenRefused.flatMap(
                refused -> caused.flatMap(all -> harmed.map(some -> new Crowding(peak, refused, all, some)))));
        return new Member(
                in.text("workload"), in.count("requests"), in.flag("usersWait"), in.count("rateLimited"), crowding);
    }

    static QuotaDomain readDomain(JsonIn in) {
        return new QuotaDomain(
                new Scope(in.text("provider"), in.textOrNull("account"), in.textOrNull("region"), in.text("model")),
                in.count("requests"),
                in.count("rateLimited"),
                in.object("peaks", UsageJson::readPeaks),
                new Headroom(
                        in.object("peaksAfter", UsageJson::readPeaks),
                        in.countOrNull("freedRequestsPerMinute"),
                        in.countOrNull("freedTokensPerMinute")),
                in.objects("members", QuotaJson::readMember));
    }

    static void writeIncident(Incident incident, JsonOut out) {
        out.value("domain", incident.domain())
                .value("kind", incident.kind())
                .value("from", incident.from())
                .value("to", incident.to())
                .value("requests", incident.requests())
                .value("troubled", incident.troubled())
                .value("slowdown", incident.slowdown())
                .objects("reactions", incident.reactions(), QuotaJson::writeReaction);
    }

    private static void writeReaction(Reaction reaction, JsonOut out) {
        out.value("workload", reaction.workload())
                .value("requests", reaction.requests())
                .value("troubled", reaction.troubled())
                .value("retried", reaction.madeGood().retried())
                .value("heldBack", reaction.madeGood().heldBack())
                .value("caughtUp", reaction.madeGood().caughtUp())
                .value("switched", reaction.madeGood().switched())
                .value("behaviour", reaction.behaviour())
                .value("seenByUsers", reaction.seenByUsers())
                .value("spend", reaction.spend());
    }

    private static Reaction readReaction(JsonIn in) {
        return new Reaction(
                in.text("workload"),
                in.count("requests"),
                in.count("troubled"),
                new MadeGood(in.count("retried"), in.count("heldBack"), in.count("caughtUp"), in.count("switched")),
                in.text("behaviour"),
                in.flag("seenByUsers"),
                in.figureOrNull("spend"));
    }

    static Incident readIncident(JsonIn in) {
        return new Incident(
                in.text("domain"),
                in.text("kind"),
                in.instant("from"),
                in.instant("to"),
                in.count("requests"),
                in.count("troubled"),
                in.figureOrNull("slowdown"),
                in.objects("reactions", QuotaJson::readReaction));
    }
}
