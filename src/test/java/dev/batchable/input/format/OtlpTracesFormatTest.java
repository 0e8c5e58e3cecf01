package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.Collected;
import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
import dev.batchable.input.Problem;
import dev.batchable.input.ReadOnce;
import dev.batchable.input.Samples;
import dev.batchable.record.Caller;
import dev.batchable.record.Completion;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Money;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.SourceRef;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpTracesFormatTest implements FormatContract {
    private static final String CHAT = "gen_ai.operation.name=chat gen_ai.request.model=gpt-4.1 ";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @Override
    public String id() {
        return "otlp-traces";
    }

    @Override
    public String sample() {
        return Samples.text("otlp-traces/sample.jsonl");
    }

    @Test
    void readsTheCallsOfItsSampleAndIgnoresAllElse() {
        ReadOnce read = ReadOnce.text(sample());
        assertThat(read.units()).isEqualTo(10);
        assertThat(read.collected().parts()).hasSize(5);
        assertThat(read.summary().ignored())
                .isEqualTo(Map.of(Ignored.WRAPPER, 3L, Ignored.TOOL_CALL, 1L, Ignored.OTHER_SPAN, 1L));
        assertThat(read.collected().parts())
                .extracting(part -> part.facts().tokens().orElse(Tokens.NONE).input())
                .containsExactly(1000L, 3000L, 800L, 1400L, 0L);
    }

    @Test
    void readsOneCallWhole() {
        assertThat(ReadOnce.text(sample()).collected().parts().get(0))
                .isEqualTo(new Part(
                        TRACE,
                        new SourceRef("in", 1),
                        Part.Role.CALL,
                        SPAN,
                        Optional.of("a1ad6b7169203331"),
                        "opentelemetry.instrumentation.openai_v2",
                        new Request(
                                new Identity(
                                        Optional.of("chatcmpl-1"),
                                        Optional.of("conv-1"),
                                        Optional.of("u-7"),
                                        Optional.empty()),
                                new Timing(
                                        Instant.parse("2026-11-01T08:00:00Z"),
                                        OptionalLong.of(2000),
                                        OptionalLong.of(400)),
                                new ModelCall(
                                        Optional.of("openai"),
                                        Optional.of("gpt-4.1-2025-04-14"),
                                        Operation.CHAT,
                                        Tier.STANDARD,
                                        Optional.empty(),
                                        1),
                                Optional.of(new Tokens(1000, 400, 100, 0, 200, 50)),
                                Optional.of(Money.usd("0.0036")),
                                new Completion(Outcome.OK, Streaming.STREAMED, OptionalInt.of(1)),
                                new Caller(
                                        Optional.of("triage"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("helpdesk"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("Mozilla/5.0"),
                                        List.of("production")),
                                Set.of(
                                        Field.START,
                                        Field.END,
                                        Field.LATENCY,
                                        Field.FIRST_TOKEN,
                                        Field.PROVIDER,
                                        Field.MODEL,
                                        Field.OPERATION,
                                        Field.INPUT_TOKENS,
                                        Field.CACHE_READ_TOKENS,
                                        Field.CACHE_WRITE_TOKENS,
                                        Field.OUTPUT_TOKENS,
                                        Field.REASONING_TOKENS,
                                        Field.COST,
                                        Field.STATUS,
                                        Field.HTTP_STATUS,
                                        Field.STREAM,
                                        Field.RETRIES,
                                        Field.SERVICE_TIER,
                                        Field.REQUEST_ID,
                                        Field.SESSION,
                                        Field.USER,
                                        Field.USER_AGENT,
                                        Field.WORKLOAD,
                                        Field.SERVICE,
                                        Field.TAGS))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceSpans\":[%s]}",
                "[{\"resourceSpans\":[%s]}]",
                "{\"batches\":[%s]}",
                "{\n  \"trace\": {\"resourceSpans\": [%s]}}",
                "{\"result\":{\"resourceSpans\":[%s]}}",
            })
    void readsEveryContainer(String container) {
        Part part = Spans.only(container.replace("%s", Spans.resource(Spans.span(CHAT))));
        assertThat(part.group()).isEqualTo(TRACE);
        assertThat(part.witness()).isEqualTo("acme");
        assertThat(part.facts().caller().service()).hasValue("shop");
    }

    @Test
    void readsTheNamesOfVeryOldExports() {
        String old = Spans.document(Spans.span(CHAT))
                .replace("scopeSpans", "instrumentationLibrarySpans")
                .replace("\"scope\"", "\"instrumentationLibrary\"");
        assertThat(Spans.only(old).witness()).isEqualTo("acme");
    }

    @Test
    void readsNumbersWrittenAsNumbersAndAsText() {
        Part text = Spans.only(Spans.document(Spans.span(CHAT + "gen_ai.usage.input_tokens=12")));
        String bare = Spans.document(Spans.span(CHAT + "gen_ai.usage.input_tokens=12"))
                .replaceAll("\"(startTimeUnixNano|endTimeUnixNano)\":\"([0-9]+)\"", "\"$1\":$2")
                .replace("{\"stringValue\":\"12\"}", "{\"intValue\":12}");
        assertThat(Spans.only(bare)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "gen_ai.operation.name=chat, chat, CHAT",
        "gen_ai.operation.name=generate_content, x, CHAT",
        "gen_ai.operation.name=text_completion, x, COMPLETION",
        "gen_ai.operation.name=embeddings, x, EMBEDDING",
        "openinference.span.kind=LLM, x, CHAT",
        "openinference.span.kind=EMBEDDING, x, EMBEDDING",
        "openinference.span.kind=RERANKER, x, RERANK",
        "llm.request.type=chat, openai.chat, CHAT",
        "llm.request.type=rerank, x, RERANK",
        "ai.operationId=ai.embedMany.doEmbed, x, EMBEDDING",
        "x=y, ai.generateObject.doGenerate, CHAT",
    })
    void countsTheInnermostSpansOfModelCalls(String attribute, String name, Operation operation) {
        Part part = Spans.only(Spans.document(Spans.named(name, attribute)));
        assertThat(part.facts().call().operation()).isEqualTo(operation);
    }

    @ParameterizedTest
    @CsvSource({
        "gen_ai.operation.name=invoke_agent, x, wrapper of other calls",
        "gen_ai.operation.name=invoke_workflow, x, wrapper of other calls",
        "gen_ai.operation.name=plan, x, wrapper of other calls",
        "gen_ai.operation.name=execute_tool, x, 'tool call, not a model call'",
        "gen_ai.operation.name=retrieval, x, span of something else",
        "openinference.span.kind=AGENT, x, wrapper of other calls",
        "openinference.span.kind=RETRIEVER, x, span of something else",
        "openinference.span.kind=TOOL, x, 'tool call, not a model call'",
        "traceloop.span.kind=workflow, x, wrapper of other calls",
        "ai.operationId=ai.streamText openinference.span.kind=LLM, x, wrapper of other calls",
        "x=y, ai.generateText, wrapper of other calls",
        "x=y, ai.toolCall, 'tool call, not a model call'",
        "http.request.method=POST, chat, span of something else",
    })
    void countsNoSpanAroundThemOrBesideThem(String attributes, String name, String reason) {
        String repeated = attributes.startsWith("x=") || attributes.startsWith("http")
                ? ""
                : " gen_ai.request.model=gpt-4.1 gen_ai.usage.input_tokens=1000";
        ReadOnce read = ReadOnce.text(Spans.document(Spans.named(name, attributes + repeated)));
        assertThat(read.collected().parts()).isEmpty();
        assertThat(read.summary().ignored()).isEqualTo(Map.of(reason, 1L));
    }

    @ParameterizedTest
    @CsvSource({"chat, CHAT", "openai.embeddings, EMBEDDING", "litellm_request, UNKNOWN"})
    void countsASpanThatSaysNothingOfItselfWhereItTellsAModelAndTokens(String name, Operation operation) {
        Part part = Spans.only(
                Spans.document(Spans.named(name, "gen_ai.response.model=gpt-4.1 gen_ai.usage.output_tokens=3")));
        assertThat(part.facts().call().operation()).isEqualTo(operation);
        assertThat(part.facts().present().contains(Field.OPERATION)).isEqualTo(operation != Operation.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "gen_ai.usage.cache_read_input_tokens gen_ai.usage.cache_creation_input_tokens",
        "gen_ai.usage.input_tokens.cached gen_ai.usage.input_tokens.cache_write",
        "llm.token_count.prompt_details.cache_input llm.token_count.prompt_details.cache_write",
        "ai.usage.cachedInputTokens ai.usage.inputTokenDetails.cacheWriteTokens",
    })
    void addsCachedTokensOnlyWhereTheyExceedTheInput(String names) {
        String[] name = names.split(" ", -1);
        String attributes = CHAT + "gen_ai.usage.input_tokens=%d " + name[0] + "=400 " + name[1] + "=100";
        assertThat(Spans.only(Spans.document(Spans.span(attributes.replace("%d", "600"))))
                        .facts()
                        .tokens())
                .hasValue(new Tokens(600, 400, 100, 0, 0, 0));
        assertThat(Spans.only(Spans.document(Spans.span(attributes.replace("%d", "60"))))
                        .facts()
                        .tokens())
                .hasValue(new Tokens(560, 400, 100, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "gen_ai.response.time_to_first_chunk, 1, 1000",
        "gen_ai.response.time_to_first_chunk, 0.25, 250",
        "ai.response.msToFirstChunk, 250, 250",
        "ai.stream.msToFirstChunk, 250.6, 251",
    })
    void readsTheFirstChunkInSecondsOrMilliseconds(String name, String value, long millis) {
        Part part = Spans.only(Spans.document(Spans.span(CHAT + name + '=' + value)));
        assertThat(part.facts().timing().firstTokenMillis()).hasValue(millis);
    }

    @ParameterizedTest
    @CsvSource({
        "gen_ai.request.stream=true, chat gpt-4.1, STREAMED",
        "llm.is_streaming=false, chat_stream, UNSTREAMED",
        "'llm.invocation_parameters={\"stream\":true}', x, STREAMED",
        "'llm.invocation_parameters={\"top_p\":1}', x, UNKNOWN",
        "ai.operationId=ai.streamObject.doStream, x, STREAMED",
        "ai.operationId=ai.generateText.doGenerate, x, UNSTREAMED",
        "x=y, openai.chat.stream, STREAMED",
        "x=y, upstream_request, UNKNOWN",
        "gen_ai.response.time_to_first_chunk=0.5, x, STREAMED",
    })
    void findsOutWhetherTheAnswerWasStreamed(String attribute, String name, Streaming streaming) {
        Part part = Spans.only(Spans.document(
                Spans.named(name, attribute + " gen_ai.request.model=gpt-4.1 gen_ai.usage.input_tokens=1")));
        assertThat(part.facts().completion().streaming()).isEqualTo(streaming);
    }

    @ParameterizedTest
    @CsvSource({
        "{}, x=y, OK",
        "{\"code\":1}, x=y, OK",
        "'{\"code\":2,\"message\":\"request timed out\"}', x=y, TIMEOUT",
        "{\"code\":\"STATUS_CODE_ERROR\"}, error.type=RateLimitError, RATE_LIMITED",
        "{\"code\":2}, error.type=429, RATE_LIMITED",
        "{\"code\":2}, http.response.status_code=504, TIMEOUT",
        "{\"code\":2}, x=y, FAILED",
        "{}, error.type=_OTHER, FAILED",
        "{}, http.response.status_code=529, RATE_LIMITED",
    })
    void readsHowTheCallEnded(String status, String attribute, Outcome outcome) {
        String document = Spans.document(Spans.span(CHAT + attribute)).replace("\"status\":{}", "\"status\":" + status);
        assertThat(Spans.only(document).facts().completion().outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"{\"code\":2}, RATE_LIMITED", "{}, OK"})
    void takesAnExceptionForTheReasonOfAFailureAndNotForOne(String status, Outcome outcome) {
        String event = "\"events\":[{\"name\":\"retry\"},{\"name\":\"exception\",\"attributes\":["
                + "{\"key\":\"exception.type\",\"value\":{\"stringValue\":\"openai.RateLimitError\"}}]}],\"status\":";
        String document = Spans.document(Spans.span(CHAT)).replace("\"status\":{}", event + status);
        assertThat(Spans.only(document).facts().completion().outcome()).isEqualTo(outcome);
    }

    @Test
    void doesNotKnowHowASpanWithoutAnEndEnded() {
        String open = Spans.document(Spans.span(CHAT)).replaceAll("\"endTimeUnixNano\":\"[0-9]+\",", "");
        Request facts = Spans.only(open).facts();
        assertThat(facts.completion().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(facts.present()).doesNotContain(Field.STATUS, Field.LATENCY);
    }

    @ParameterizedTest
    @CsvSource({
        "gen_ai.provider.name=aws.bedrock, bedrock",
        "gen_ai.system=az.ai.openai, azure",
        "gen_ai.system=openai.responses, openai",
        "llm.system=vertexai, vertex",
        "ai.model.provider=google.vertex.chat, vertex",
        "ai.model.provider=google.generative-ai, gemini",
        "ai.model.provider=amazon-bedrock, bedrock",
        "ai.model.provider=azure-openai.chat, azure",
        "gen_ai.provider.name=ibm.watsonx.ai, ibm.watsonx.ai",
        "gen_ai.provider.name=anthropic openrouter.provider_name=Anthropic, openrouter",
        "gen_ai.provider.name=openai openrouter.api_key_name=prod, openrouter",
    })
    void tellsWhoSendsTheBill(String attributes, String provider) {
        Part part = Spans.only(Spans.document(Spans.span(CHAT + attributes)));
        assertThat(part.facts().call().provider()).hasValue(provider);
    }

    @ParameterizedTest
    @CsvSource({
        "openai.response.service_tier=priority openai.request.service_tier=auto, PRIORITY",
        "openai.request.service_tier=flex, FLEX",
        "gen_ai.openai.response.service_tier=default, STANDARD",
        "'ai.response.providerMetadata={\"openai\":{\"serviceTier\":\"flex\"}}', FLEX",
        "'ai.response.providerMetadata={\"anthropic\":{\"usage\":{\"service_tier\":\"batch\"}}}', BATCH",
        "x=y, STANDARD",
    })
    void readsTheTier(String attributes, Tier tier) {
        assertThat(Spans.only(Spans.document(Spans.span(CHAT + attributes)))
                        .facts()
                        .call()
                        .tier())
                .isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({
        "traceloop.association.properties.feature=a gen_ai.agent.name=b, a",
        "ai.telemetry.metadata.workload=a ai.telemetry.functionId=b, a",
        "'metadata={\"use_case\":\"a\"}', a",
        "gen_ai.prompt.name=a gen_ai.agent.name=b, a",
        "traceloop.workflow.name=a traceloop.entity.name=b, a",
        "tag.tags=feature:a, a",
    })
    void namesTheWorkloadByTheMostExplicitName(String attributes, String workload) {
        assertThat(Spans.only(Spans.document(Spans.span(CHAT + attributes)))
                        .facts()
                        .caller()
                        .workload())
                .hasValue(workload);
    }

    @Test
    void takesTheNameOfNamelessServicesForNone() {
        Request facts = Spans.only(Spans.document(Spans.span(CHAT)).replace("shop", "unknown_service:java"))
                .facts();
        assertThat(facts.caller()).isEqualTo(Caller.NONE);
        assertThat(facts.present()).doesNotContain(Field.SERVICE);
    }

    @Test
    void namesACallByItsSpanWhereTheProvidersIdIsNotTold() {
        assertThat(Spans.only(Spans.document(Spans.span(CHAT)))
                        .facts()
                        .identity()
                        .requestId())
                .hasValue(TRACE + '-' + SPAN);
    }

    @Test
    void countsACallWithoutTimeOrTraceAsAProblem() {
        String document = Spans.document(Spans.span(CHAT).replaceAll("\"startTimeUnixNano\":\"[0-9]+\",", "")
                + ','
                + Spans.span(CHAT).replace("\"traceId\":\"" + TRACE + "\",", ""));
        Collected read = ReadOnce.text(document).collected();
        assertThat(read.parts()).isEmpty();
        assertThat(read.problems())
                .containsExactly(
                        new Problem(1, "start: found '', expected the time at which it began"),
                        new Problem(1, "group: found '', expected the id of its trace"));
    }
}
