package dev.batchable.input.format;

import dev.batchable.input.FieldTable;
import dev.batchable.record.Field;
import java.util.List;
import java.util.stream.Stream;

/// The attributes under which instrumentation libraries tell of a model call, as data; those of one field in order of
/// preference: OpenTelemetry GenAI, current and deprecated
/// (<https://github.com/open-telemetry/semantic-conventions-genai>), OpenInference
/// (<https://github.com/Arize-ai/openinference/tree/main/spec>), OpenLLMetry (`traceloop.*`, `llm.*`;
/// <https://github.com/traceloop/openllmetry>) and Vercel AI SDK (`ai.*`;
/// <https://ai-sdk.dev/docs/ai-sdk-core/telemetry>).
final class SpanAttributes {
    private static final String METADATA = "ai.response.providerMetadata.";

    private SpanAttributes() {}

    /// @param attributes path of a span's attributes, with a dot
    /// @param resource path of the attributes of whatever emits the spans, with a dot
    static FieldTable.Builder<Field> table(String attributes, String resource) {
        FieldTable.Builder<Field> table = FieldTable.builder();
        call(table, attributes);
        tokens(table, attributes);
        ending(table, attributes);
        people(table, attributes);
        caller(table, attributes, resource);
        return table;
    }

    private static void call(FieldTable.Builder<Field> table, String at) {
        // The AI SDK's own name comes first: other libraries add their marks to its wrapping spans.
        table.field(Field.OPERATION, paths(at, """
                ai.operationId gen_ai.operation.name openinference.span.kind llm.request.type traceloop.span.kind
                """));
        // A router sends the bill, whichever provider it chose.
        table.field(Field.PROVIDER, paths(at, SpanProviders.ROUTER_MARKS + """
                 gen_ai.provider.name gen_ai.system llm.provider llm.system ai.model.provider
                """));
        table.field(Field.MODEL, paths(at, """
                gen_ai.response.model ai.response.model llm.response.model_name llm.response.model
                gen_ai.request.model llm.model_name llm.request.model_name llm.request.model ai.model.id
                embedding.model_name reranker.model_name
                """));
        table.field(Field.ACCOUNT, paths(at, "server.address http.url url.full"));
        table.field(Field.FIRST_TOKEN, paths(at, """
                gen_ai.response.time_to_first_chunk gen_ai.client.operation.time_to_first_chunk
                ai.response.msToFirstChunk ai.stream.msToFirstChunk
                """));
        table.field(
                Field.SERVICE_TIER,
                paths(at, """
                openai.response.service_tier gen_ai.openai.response.service_tier
                """, METADATA + "openai.serviceTier", METADATA + "anthropic.usage.service_tier", """
                openai.request.service_tier gen_ai.openai.request.service_tier llm.invocation_parameters.service_tier
                """));
        table.field(Field.STREAM, paths(at, """
                gen_ai.request.stream llm.is_streaming llm.invocation_parameters.stream
                """));
    }

    private static void tokens(FieldTable.Builder<Field> table, String at) {
        table.field(Field.INPUT_TOKENS, paths(at, """
                gen_ai.usage.input_tokens gen_ai.usage.prompt_tokens llm.token_count.prompt llm.usage.prompt_tokens
                ai.usage.inputTokens ai.usage.promptTokens ai.usage.tokens
                """));
        table.field(Field.OUTPUT_TOKENS, paths(at, """
                gen_ai.usage.output_tokens gen_ai.usage.completion_tokens llm.token_count.completion
                llm.usage.completion_tokens ai.usage.outputTokens ai.usage.completionTokens
                """));
        table.field(Field.CACHE_READ_TOKENS, paths(at, """
                gen_ai.usage.cache_read.input_tokens gen_ai.usage.cache_read_input_tokens
                gen_ai.usage.input_tokens.cached llm.token_count.prompt_details.cache_read
                llm.token_count.prompt_details.cache_input llm.usage.cache_read_input_tokens
                ai.usage.cachedInputTokens ai.usage.inputTokenDetails.cacheReadTokens
                """));
        table.field(Field.CACHE_WRITE_TOKENS, paths(at, """
                gen_ai.usage.cache_write.input_tokens gen_ai.usage.cache_creation.input_tokens
                gen_ai.usage.cache_creation_input_tokens gen_ai.usage.input_tokens.cache_write
                llm.token_count.prompt_details.cache_write llm.usage.cache_creation_input_tokens
                ai.usage.inputTokenDetails.cacheWriteTokens
                """, METADATA + "anthropic.cacheCreationInputTokens"));
        table.field(
                Field.CACHE_WRITE_1H_TOKENS,
                paths(at, METADATA + "anthropic.usage.cache_creation.ephemeral_1h_input_tokens"));
        table.field(Field.REASONING_TOKENS, paths(at, """
                gen_ai.usage.reasoning.output_tokens gen_ai.usage.output_tokens.reasoning
                gen_ai.usage.reasoning_tokens llm.token_count.completion_details.reasoning llm.usage.reasoning_tokens
                ai.usage.reasoningTokens ai.usage.outputTokenDetails.reasoningTokens
                """));
        table.field(Field.COST, paths(at, """
                gen_ai.usage.cost gen_ai.usage.total_cost llm.cost.total gen_ai.cost.total_cost operation.cost
                """));
    }

    private static void ending(FieldTable.Builder<Field> table, String at) {
        table.field(Field.HTTP_STATUS, paths(at, "http.response.status_code http.status_code"));
        table.field(Field.ERROR, paths(at, SpanOutcome.ERROR_TYPE));
        table.field(Field.RETRIES, paths(at, "http.request.resend_count"));
        table.field(Field.REQUEST_ID, paths(at, "gen_ai.response.id ai.response.id"));
    }

    private static void people(FieldTable.Builder<Field> table, String at) {
        table.field(Field.SESSION, paths(at, """
                gen_ai.conversation.id session.id langfuse.session.id ai.telemetry.metadata.sessionId
                traceloop.association.properties.session_id
                """));
        table.field(Field.USER, paths(at, """
                user.id enduser.id langfuse.user.id ai.telemetry.metadata.userId
                traceloop.association.properties.user_id llm.user
                """));
        table.field(Field.USER_AGENT, paths(at, "user_agent.original http.user_agent"));
    }

    private static void caller(FieldTable.Builder<Field> table, String at, String resource) {
        for (String bag : words("traceloop.association.properties. ai.telemetry.metadata. metadata.")) {
            table.field(Field.WORKLOAD, paths(at + bag, "workload feature use_case"));
        }
        table.field(Field.WORKLOAD, paths(at, """
                workload feature use_case gen_ai.prompt.name ai.telemetry.functionId gen_ai.workflow.name
                traceloop.workflow.name gen_ai.agent.name agent.name langfuse.trace.name trace.name
                traceloop.entity.name
                """));
        table.field(Field.KEY_ALIAS, paths(at, SpanProviders.ROUTER_KEY + " metadata.user_api_key_alias"));
        table.field(Field.KEY_ID, paths(at, "metadata.user_api_key_hash"));
        table.field(Field.TEAM, paths(at, "metadata.user_api_key_team_alias"));
        table.field(Field.SERVICE, paths(resource, "service.name"));
        table.field(Field.PROJECT, paths(resource, "openinference.project.name service.namespace"));
        table.field(Field.TAGS, paths(at, "tag.tags langfuse.trace.tags"));
        table.field(Field.TAGS, paths(resource, "deployment.environment.name deployment.environment"));
    }

    private static String[] paths(String at, String... names) {
        return words(String.join(" ", names)).stream().map(name -> at + name).toArray(String[]::new);
    }

    /// Names parted by white space, which no name holds.
    private static List<String> words(String text) {
        return Stream.of(text.split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
    }
}
