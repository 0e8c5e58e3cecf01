package dev.batchable.checklist.evidence;

import dev.batchable.profile.ModelActivity;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.profile.WorkloadProfile;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What providers count a rate limit over: account, region and model.
///
/// @param account empty where logs do not tell it; all keys are then taken for one account's
public record QuotaScope(ModelRef model, Optional<String> account) {
    /// Where a workload's calls of a model count.
    public static QuotaScope of(WorkloadProfile profile, ModelRef model) {
        return new QuotaScope(
                model,
                Optional.ofNullable(profile.activity().byModel().get(model))
                        .flatMap(activity -> activity.accounts().main()));
    }

    /// Such as `bedrock/123456789012/eu-west-1/nova-pro`, parts that are not told left out.
    public String name() {
        return name(model, account);
    }

    /// As [#name], of a model whatever the account.
    public static String name(ModelRef model, Optional<String> account) {
        return Stream.of(model.provider(), account, model.region(), model.model())
                .flatMap(Optional::stream)
                .collect(Collectors.joining("/"));
    }

    /// What a workload asked of a model by the minute; empty where it is known more coarsely.
    public static Optional<ModelActivity> minutes(WorkloadProfile profile, ModelRef model) {
        return Optional.ofNullable(profile.activity().byModel().get(model))
                .filter(activity -> Subject.showsMinutes(profile));
    }
}
