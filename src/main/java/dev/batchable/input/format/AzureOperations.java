package dev.batchable.input.format;

import dev.batchable.record.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a call asked for, by the operation names of Azure OpenAI (`ChatCompletions_Create`) and of APIs imported from
/// its description (`chat-completions`).
final class AzureOperations {
    private record Sign(String start, Operation operation) {}

    private static final Pattern OTHER = Pattern.compile("[^a-z]+");
    /// Fetching, listing and deleting what a call left behind calls no model.
    private static final Pattern HANDLING = Pattern.compile("(get|list|delete|cancel)[a-z]*$");
    private static final List<Sign> SIGNS = List.of(
            new Sign("chatcompletion", Operation.CHAT),
            new Sign("extensionschatcompletion", Operation.CHAT),
            new Sign("responses", Operation.CHAT),
            new Sign("createresponse", Operation.CHAT),
            new Sign("completion", Operation.COMPLETION),
            new Sign("embedding", Operation.EMBEDDING),
            new Sign("image", Operation.IMAGE),
            new Sign("audio", Operation.AUDIO),
            new Sign("transcription", Operation.AUDIO),
            new Sign("translation", Operation.AUDIO),
            new Sign("speech", Operation.AUDIO));

    private AzureOperations() {}

    /// Empty for names of anything but calls of models.
    static Optional<Operation> of(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        String letters = OTHER.matcher(lower).replaceAll("");
        return HANDLING.matcher(lower).find()
                ? Optional.empty()
                : SIGNS.stream()
                        .filter(sign -> letters.startsWith(sign.start()))
                        .map(Sign::operation)
                        .findFirst();
    }
}
