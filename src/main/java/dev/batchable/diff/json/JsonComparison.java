package dev.batchable.diff.json;

import dev.batchable.diff.Comparison;
import dev.batchable.diff.Effects;
import dev.batchable.diff.SavingChange;
import dev.batchable.diff.SavingChange.Saving;
import dev.batchable.diff.Volume;
import dev.batchable.diff.WorkloadChange;
import dev.batchable.diff.WorkloadChange.Standing;
import dev.batchable.report.Basis;
import dev.batchable.report.json.JsonDocument;
import dev.batchable.report.json.JsonOut;
import java.io.IOException;
import java.io.OutputStream;

/// `batchable-diff`: writes a [Comparison] member by member, in the order of `docs/diff.schema.json` and in the
/// form of `report.json`.
public final class JsonComparison {
    private JsonComparison() {}

    /// Writes the comparison and leaves the stream open.
    public static void write(Comparison comparison, OutputStream out) throws IOException {
        JsonDocument.write(comparison, JsonComparison::members, out);
    }

    private static void members(Comparison comparison, JsonOut out) {
        out.value("schema", "batchable-diff")
                .value("schemaVersion", (long) Comparison.SCHEMA_VERSION)
                .value("currency", comparison.currency())
                .object("old", comparison.old(), JsonComparison::side)
                .object("new", comparison.now(), JsonComparison::side)
                .object(
                        "footing",
                        comparison.footing(),
                        (footing, o) -> o.value("unit", footing.unit())
                                .value("old", footing.old())
                                .value("new", footing.now())
                                .value("toMonth", footing.toMonth()))
                .values("notes", comparison.notes())
                .object("spend", comparison, JsonComparison::spend)
                .object("savings", comparison.savings(), JsonComparison::saving)
                .objects("workloads", comparison.workloads(), JsonComparison::workload)
                .objects("moved", comparison.moved(), ServiceJson::moved)
                .objects("service", comparison.service(), ServiceJson::change);
    }

    private static void side(Basis basis, JsonOut out) {
        out.value("from", basis.window().from())
                .value("to", basis.window().to())
                .value("days", basis.window().days())
                .value("observedDays", basis.window().observedDays())
                .value("asOf", basis.asOf())
                .value("catalog", basis.catalog().sha256())
                .value("policy", basis.policy().map(Basis.PolicyFile::sha256));
    }

    private static void spend(Comparison comparison, JsonOut out) {
        Comparison.Spend spend = comparison.spend();
        out.value("old", spend.old())
                .value("new", spend.now())
                .value("change", comparison.change())
                .object("effects", spend.effects(), JsonComparison::effects)
                .object("volume", spend.volume(), JsonComparison::volume);
    }

    private static void effects(Effects effects, JsonOut out) {
        out.value("volume", effects.volume())
                .value("behaviour", effects.behaviour().total())
                .object(
                        "ofBehaviour",
                        effects.behaviour(),
                        (behaviour, o) -> o.value("prompts", behaviour.prompts())
                                .value("caching", behaviour.caching())
                                .value("answers", behaviour.answers())
                                .value("untold", behaviour.untold()))
                .value("mix", effects.mix().total())
                .object(
                        "ofMix",
                        effects.mix(),
                        (mix, o) -> o.value("models", mix.models()).value("tiers", mix.tiers()))
                .value("price", effects.price());
    }

    private static void volume(Volume volume, JsonOut out) {
        out.value("growth", volume.growth())
                .value("shift", volume.shift())
                .value("appeared", volume.appeared())
                .value("gone", volume.gone());
    }

    private static void saving(Saving saving, JsonOut out) {
        out.object("low", saving.low(), JsonComparison::savingChange)
                .object("expected", saving.expected(), JsonComparison::savingChange);
    }

    private static void savingChange(SavingChange saving, JsonOut out) {
        out.value("old", saving.old())
                .value("new", saving.now())
                .value("change", saving.change())
                .value("moved", saving.moved())
                .value("volume", saving.volume())
                .value("behaviour", saving.behaviour())
                .value("mix", saving.mix())
                .value("price", saving.price())
                .value("verdict", saving.verdict())
                .value("terms", saving.terms());
    }

    private static void workload(WorkloadChange workload, JsonOut out) {
        out.value("name", workload.name())
                .objectOrNull("old", workload.old(), JsonComparison::standing)
                .objectOrNull("new", workload.now(), JsonComparison::standing)
                .value("change", workload.change())
                .object("effects", workload.effects(), JsonComparison::effects)
                .object("savings", workload.savings(), JsonComparison::saving);
    }

    private static void standing(Standing standing, JsonOut out) {
        out.values("verdicts", standing.verdicts())
                .value("spend", standing.spend())
                .value("answered", standing.answered());
    }
}
