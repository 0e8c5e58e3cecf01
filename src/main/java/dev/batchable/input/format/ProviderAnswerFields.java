package dev.batchable.input.format;

import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.record.Field;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where the answers of OpenAI, Anthropic and Gemini keep their fields, wherever in a document the answer stands,
/// and what loggers write beside it: the request, and keys of their own under well-known names.
///
/// OpenAI: <https://platform.openai.com/docs/api-reference>; Anthropic:
/// <https://docs.claude.com/en/api/messages>; Gemini: <https://ai.google.dev/api/generate-content>, in the spelling
/// of its wire and of its Python client.
final class ProviderAnswerFields {
    private static final List<String> REQUESTS =
            List.of("request", "request.body", "request_body", "payload", "kwargs");
    /// Names of a logger's stamp that say that it is the start; any other may be taken when all is over.
    private static final Set<String> STARTS =
            Set.of("start_time", "started_at", "start", "request_time", "requested_at", "request_created_at");
    /// What a logger's row cannot mean beside an answer, or what needs a currency to be understood.
    private static final Field[] NOT_BESIDE = {
        Field.BUCKET_SECONDS, Field.REQUEST_COUNT, Field.FAILED_COUNT, Field.CURRENCY
    };
    private static final Set<Field> PROVIDED = Provided.byNames(NOT_BESIDE);

    private final Head head;
    private final List<String> places;
    private final FieldTable.Builder<Field> table;
    private final List<KnownNames.Match> beside;

    private ProviderAnswerFields(FieldTable.Builder<Field> table, Head head, List<String> places) {
        this.table = table;
        this.head = head;
        this.places = places;
        beside = KnownNames.matches(head.paths().stream()
                        .filter(path -> path.indexOf('.') < 0 || path.startsWith("metadata."))
                        .collect(Collectors.toUnmodifiableSet()))
                .stream()
                .filter(ProviderAnswerFields::isUsable)
                .toList();
    }

    /// @param first what goes before all else
    /// @param places paths of the objects that may be an answer; empty text for the document itself
    static FieldTable<Field> table(FieldTable.Builder<Field> first, Head head, List<String> places) {
        ProviderAnswerFields fields = new ProviderAnswerFields(first, head, places);
        fields.beside(match -> STARTS.contains(match.name()));
        places.forEach(place -> answer(first, prefix(place)));
        fields.requests();
        fields.beside(match -> !STARTS.contains(match.name()));
        fields.background();
        return first.build();
    }

    /// Whatever some file may tell.
    static Set<Field> provided() {
        return PROVIDED;
    }

    static String prefix(String place) {
        return place.isEmpty() ? "" : place + '.';
    }

    private static boolean isUsable(KnownNames.Match match) {
        boolean foreign = match.field() == Field.COST
                && match.name().startsWith("cost_")
                && !match.name().equals("cost_usd");
        boolean instant =
                match.field() == Field.FIRST_TOKEN && GenericFormat.FIRST_TOKEN_INSTANTS.contains(match.name());
        return !foreign && !instant && PROVIDED.contains(match.field());
    }

    private void beside(Predicate<KnownNames.Match> which) {
        beside.stream().filter(which).forEach(match -> table.field(match.field(), match.path()));
    }

    /// Whether nobody waits for the answer.
    private void background() {
        Stream.concat(places.stream(), REQUESTS.stream())
                .forEach(place -> table.field(Field.DETAIL, prefix(place) + "background"));
    }

    /// @param at the path of the answer with a dot at its end
    static void answer(FieldTable.Builder<Field> table, String at) {
        table.field(Field.START, at + "created", at + "created_at", at + "createTime", at + "create_time")
                .field(Field.END, at + "completed_at")
                .field(Field.MODEL, at + "model", at + "modelVersion", at + "model_version")
                .field(Field.OPERATION, at + "data.[0].object", at + "object", at + "type")
                .field(Field.REQUEST_ID, at + "id", at + "responseId", at + "response_id", at + "request_id")
                .field(Field.PROVIDER, at + "provider")
                .field(
                        Field.SERVICE_TIER,
                        at + "service_tier",
                        at + "usage.service_tier",
                        at + "usageMetadata.trafficType",
                        at + "usage_metadata.traffic_type")
                .field(Field.SESSION, at + "conversation.id", at + "conversation", at + "previous_response_id")
                .field(Field.USER, at + "safety_identifier", at + "user")
                .field(Field.TAGS, at + "metadata")
                .field(
                        Field.STATUS,
                        at + "status",
                        at + "choices.[0].finish_reason",
                        at + "candidates.[0].finishReason",
                        at + "candidates.[0].finish_reason",
                        at + "stop_reason")
                .field(Field.ERROR, at + "error.code", at + "error.status", at + "error.type", at + "error");
        if (at.endsWith(".body.")) {
            String exchange = at.substring(0, at.length() - "body.".length());
            table.field(Field.HTTP_STATUS, exchange + "status_code", exchange + "status");
        }
        ProviderAnswerTokens.bind(table, at);
    }

    /// The request, where the logger kept it: what the answer does not repeat.
    private void requests() {
        REQUESTS.stream()
                .filter(head.paths()::contains)
                .map(ProviderAnswerFields::prefix)
                .forEach(request -> table.field(Field.MODEL, request + "model")
                        .field(
                                Field.USER,
                                request + "safety_identifier",
                                request + "user",
                                request + "metadata.user_id")
                        .field(Field.SESSION, request + "conversation", request + "previous_response_id")
                        .field(Field.STREAM, request + "stream")
                        .field(Field.TAGS, request + "metadata"));
    }
}
