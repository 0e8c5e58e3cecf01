package dev.batchable.audit;

import dev.batchable.formats.KnownFormats;
import dev.batchable.price.CostMode;
import dev.batchable.profile.Profile;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.record.Field;
import dev.batchable.report.assembly.AuditFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// What a run as a whole rests on, said where it applies.
final class Background {
    private Background() {}

    static AuditFacts.Background of(Intake intake, Profile profile, CostMode cost) {
        List<String> assumptions = new ArrayList<>();
        if (intake.hasUsage()) {
            assumptions.add(priceBasis(profile, cost));
            without(
                            profile,
                            Field.SERVICE_TIER,
                            "do not tell their service tier; all but batch calls among them count as realtime")
                    .ifPresent(assumptions::add);
            without(profile, Field.REQUEST_ID, "have no request id, so copies in other exports are not recognised")
                    .ifPresent(assumptions::add);
        } else if (!intake.bill().isEmpty()) {
            assumptions.add("only a bill was read: spend by tier is what was billed, and what could move is an upper"
                    + " bound; request logs are needed to tell which work waits for nobody");
        }
        if (intake.outranked() > 0) {
            assumptions.add(String.format(
                    Locale.ROOT,
                    "%,d copies tell more than the copy that was counted; an input that can be read only once, such as"
                            + " standard input, leaves no choice; name files instead",
                    intake.outranked()));
        }
        if (intake.bill().isEmpty()) {
            assumptions.add("no bill was read: amounts are not reconciled with an invoice");
        }
        assumptions.addAll(intake.incomplete());
        KnownFormats.companion(intake.formats()).ifPresent(assumptions::add);
        return new AuditFacts.Background(intake.overlaps().findings(), assumptions);
    }

    private static String priceBasis(Profile profile, CostMode cost) {
        long logged = requests(profile, key -> key.known().costCurrency().isPresent());
        long all = requests(profile, key -> true);
        return switch (cost) {
            case PRICED -> "amounts are tokens at catalog list prices; logged costs are not used (--cost priced)";
            case LOGGED -> "amounts are the costs that the logs hold; the other calls are unpriced (--cost logged)";
            case AUTO -> {
                if (logged == 0) {
                    yield "the logs hold no costs: amounts are tokens at catalog list prices, without any discount";
                }
                yield logged == all
                        ? "amounts are the costs that the logs hold"
                        : "amounts are the logged cost of " + outOf(logged, all)
                                + " calls, and tokens at catalog list prices for the rest";
            }
        };
    }

    private static long requests(Profile profile, Predicate<RatingKey> wanted) {
        return profile.workloads().stream()
                .mapToLong(workload -> workload.usage().total(wanted).requests())
                .sum();
    }

    private static Optional<String> without(Profile profile, Field field, String consequence) {
        long rows = 0;
        long lacking = 0;
        for (WorkloadProfile workload : profile.workloads()) {
            long requests = workload.coverage().rows() - workload.coverage().bucketRows();
            rows += requests;
            lacking += Math.max(0, requests - workload.coverage().seen().getOrDefault(field, 0L));
        }
        return lacking == 0 ? Optional.empty() : Optional.of(outOf(lacking, rows) + " request rows " + consequence);
    }

    private static String outOf(long part, long whole) {
        return part == whole
                ? String.format(Locale.ROOT, "all %,d", whole)
                : String.format(Locale.ROOT, "%,d of %,d", part, whole);
    }
}
