package dev.batchable.report.json;

import dev.batchable.profile.WorkloadKey.CallerSource;
import dev.batchable.record.Operation;
import dev.batchable.report.WorkloadReport;
import dev.batchable.report.WorkloadReport.Identity;

/// A member of `workloads`.
final class WorkloadJson {
    private WorkloadJson() {}

    static void write(WorkloadReport workload, JsonOut out) {
        writeIdentity(workload.identity(), out);
        UsageJson.write(workload.usage(), out);
        SpendJson.write(workload.spend(), out);
        DecisionJson.write(workload.decision(), out);
        out.objects("answers", workload.answers(), AnswerJson::write);
        ArithmeticJson.write(workload.arithmetic(), out);
        out.objectOrNull("savings", workload.saving(), SpendJson::writeSaving);
        DecisionJson.writeHandling(workload.handling(), out);
    }

    static WorkloadReport read(JsonIn in) {
        return new WorkloadReport(
                readIdentity(in),
                UsageJson.read(in),
                SpendJson.read(in),
                DecisionJson.read(in),
                in.objects("answers", AnswerJson::read),
                ArithmeticJson.read(in),
                in.objectOrNull("savings", SpendJson::readSaving),
                DecisionJson.readHandling(in));
    }

    private static void writeIdentity(Identity identity, JsonOut out) {
        out.value("name", identity.name())
                .value("owner", identity.owner())
                .object("key", identity.key(), WorkloadJson::writeKey)
                .values("providers", identity.providers())
                .values("models", identity.models());
    }

    private static Identity readIdentity(JsonIn in) {
        return new Identity(
                in.text("name"),
                in.textOrNull("owner"),
                in.object("key", WorkloadJson::readKey),
                in.texts("providers"),
                in.texts("models"));
    }

    private static void writeKey(WorkloadReport.Key key, JsonOut out) {
        out.value("source", key.source())
                .value("caller", key.caller())
                .value("operation", key.operation())
                .value("streamed", key.streamed())
                .value("provider", key.provider())
                .value("model", key.model());
    }

    private static WorkloadReport.Key readKey(JsonIn in) {
        return new WorkloadReport.Key(
                in.choice("source", CallerSource.class),
                in.text("caller"),
                in.choiceOrNull("operation", Operation.class),
                in.flagOrNull("streamed"),
                in.textOrNull("provider"),
                in.textOrNull("model"));
    }
}
