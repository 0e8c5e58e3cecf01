package dev.batchable.input.format;

import dev.batchable.record.Operation;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What Bedrock was asked to run: the id of a model or of an inference profile, or an ARN that ends in one
/// (<https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-use.html>).
///
/// @param model empty where the id stands for a model that it does not name
/// @param application the id of an application inference profile, which accounts make to tell their workloads apart
/// @param provisioned whether it is throughput bought beforehand
record BedrockModelId(Optional<String> model, Optional<String> application, boolean provisioned) {
    private static final String APPLICATION = "application-inference-profile";
    private static final String PROVISIONED = "provisioned-model";
    /// Resources whose last part names a model, with or without a geography before it.
    private static final Set<String> NAMING = Set.of("foundation-model", "inference-profile");

    static BedrockModelId of(String id) {
        int slash = id.indexOf('/');
        if (!id.startsWith("arn:") || slash < 0) {
            return new BedrockModelId(Optional.of(id), Optional.empty(), false);
        }
        String resource = id.substring(id.lastIndexOf(':', slash) + 1, slash);
        Optional<String> name = Optional.of(id.substring(slash + 1)).filter(text -> !text.isEmpty());
        return switch (resource) {
            case APPLICATION -> new BedrockModelId(Optional.empty(), name, false);
            case PROVISIONED -> new BedrockModelId(Optional.empty(), Optional.empty(), true);
            default -> new BedrockModelId(NAMING.contains(resource) ? name : Optional.of(id), Optional.empty(), false);
        };
    }

    /// What an InvokeModel call asked for, which its operation leaves open.
    ///
    /// @param answered whether it gave output tokens, as only text models do
    Operation invoked(boolean answered) {
        Operation byName = model.map(BedrockModelId::named).orElse(Operation.UNKNOWN);
        return byName == Operation.UNKNOWN && answered ? Operation.CHAT : byName;
    }

    private static Operation named(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        if (name.contains("embed")) {
            return Operation.EMBEDDING;
        }
        if (name.contains("rerank")) {
            return Operation.RERANK;
        }
        if (name.contains("stability.") || name.contains("-image") || name.contains("canvas")) {
            return Operation.IMAGE;
        }
        return name.contains("sonic") ? Operation.AUDIO : Operation.UNKNOWN;
    }
}
