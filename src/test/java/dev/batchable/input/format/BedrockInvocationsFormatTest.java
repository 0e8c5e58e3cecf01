package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
import dev.batchable.input.Samples;
import dev.batchable.record.Caller;
import dev.batchable.record.Completion;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
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

class BedrockInvocationsFormatTest implements FormatContract {
    private static final String ROLE = "arn:aws:sts::111122223333:assumed-role/nightly/i-1";

    @Override
    public String id() {
        return "bedrock-invocations";
    }

    @Override
    public String sample() {
        return Samples.text("bedrock-invocations/sample.jsonl");
    }

    @Test
    void readsOneCallWhole() {
        assertThat(OneFile.requests(sample()).get(0))
                .isEqualTo(new Request(
                        new Identity(Optional.of("5b9a0001"), Optional.of("s-1"), Optional.of("u-9"), Optional.empty()),
                        new Timing(Instant.parse("2026-10-05T08:00:00Z"), OptionalLong.of(2_500), OptionalLong.empty()),
                        new ModelCall(
                                Optional.of("bedrock"),
                                Optional.of("us.anthropic.claude-sonnet-4-20250514-v1:0"),
                                Operation.CHAT,
                                Tier.PRIORITY,
                                Optional.of("us-east-1"),
                                Optional.of("111122223333"),
                                1),
                        Optional.of(new Tokens(1_500, 400, 100, 0, 200, 0)),
                        Optional.empty(),
                        new Completion(Outcome.OK, Streaming.STREAMED, OptionalInt.empty()),
                        new Caller(
                                Optional.of("invoice-extract"),
                                Optional.of("invoice-worker"),
                                Optional.empty(),
                                Optional.of("ledger"),
                                Optional.of("111122223333"),
                                Optional.of("finance"),
                                Optional.empty(),
                                List.of(
                                        "feature:invoice-extract",
                                        "team:finance",
                                        "session_id:s-1",
                                        "user_id:u-9",
                                        "service:ledger")),
                        Set.of(
                                Field.START,
                                Field.LATENCY,
                                Field.PROVIDER,
                                Field.MODEL,
                                Field.OPERATION,
                                Field.INPUT_TOKENS,
                                Field.CACHE_READ_TOKENS,
                                Field.CACHE_WRITE_TOKENS,
                                Field.OUTPUT_TOKENS,
                                Field.STREAM,
                                Field.SERVICE_TIER,
                                Field.REGION,
                                Field.REQUEST_ID,
                                Field.SESSION,
                                Field.USER,
                                Field.WORKLOAD,
                                Field.KEY_ALIAS,
                                Field.SERVICE,
                                Field.ACCOUNT,
                                Field.PROJECT,
                                Field.TEAM,
                                Field.TAGS)));
    }

    @Test
    void readsTheSameFromEveryWrappingOfCloudWatch() {
        List<Request> expected = OneFile.requests(sample());
        List<String> records = sample().lines().toList();
        String events = String.join(
                ",",
                records.stream()
                        .map(record -> "{\"id\":\"3\",\"timestamp\":1791187200999,\"message\":" + text(record) + "}")
                        .toList());
        String subscription =
                "{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"1\",\"logGroup\":\"models\",\"logEvents\":[" + events
                        + "]}";
        assertThat(OneFile.requests(subscription)).isEqualTo(expected);
        assertThat(OneFile.requests(subscription + subscription)).hasSize(2 * expected.size());
        assertThat(OneFile.requests("{\"events\":[" + events.replace("\"id\":", "\"ingestionTime\":1,\"eventId\":")
                        + "],\"searchedLogStreams\":[]}"))
                .isEqualTo(expected);
        StringBuilder insights = new StringBuilder("@timestamp,@message\n");
        records.forEach(record -> insights.append("2026-10-05 08:00:01.123,\"")
                .append(record.replace("\"", "\"\""))
                .append("\"\n"));
        assertThat(OneFile.requests(insights.toString())).isEqualTo(expected);
        String lines = String.join(
                "\n",
                records.stream()
                        .map(record -> "{\"@message\":" + text(record) + "}")
                        .toList());
        assertThat(OneFile.requests(lines)).isEqualTo(expected);
    }

    @Test
    void readsTheColumnsThatAQueryOfLogsInsightsChose() {
        Request request = OneFile.request("""
                        @timestamp,requestId,modelId,operation,input.inputTokenCount,output.outputTokenCount,identity.arn
                        2026-10-05 08:00:01.123,r-1,amazon.nova-micro-v1:0,Converse,10,8,%s
                        """.formatted(ROLE));
        assertThat(request.tokens()).hasValue(new Tokens(10, 0, 0, 0, 8, 0));
        assertThat(request.timing().start()).isEqualTo(Instant.parse("2026-10-05T08:00:01.123Z"));
        assertThat(request.caller().keyAlias()).hasValue("nightly");
    }

    @Test
    void leavesOutTheSentencesOfCloudWatchAndBedrock() {
        assertThat(OneFile.ignored("""
                        {"messageType":"CONTROL_MESSAGE","logEvents":[{"id":"","timestamp":1791187200999,
                          "message":"CWL CONTROL MESSAGE: Checking health of destination Firehose."}]}""")).isEqualTo(Map.of(Ignored.CONTEXT, 1L));
        assertThat(OneFile.ignored("""
                        @timestamp,@message
                        2026-10-05 08:00:01.123,Permissions are correctly set for Amazon Bedrock logs.
                        """)).isEqualTo(Map.of(Ignored.CONTEXT, 1L));
    }

    @Test
    void takesRecordsOfOtherLogsForProblems() {
        assertThat(OneFile.problems("{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[{\"timestamp\":1791187200999,"
                        + "\"message\":\"{\\\"level\\\":\\\"INFO\\\"}\"}]}"))
                .singleElement()
                .asString()
                .startsWith("modelId: found ''");
    }

    @Test
    void measuresAStreamedAnswerByItsLastEventAndAddsNoTokensOfTheBody() {
        Request request = OneFile.requests(sample()).get(1);
        assertThat(request.timing().latencyMillis()).hasValue(900);
        assertThat(request.timing().firstTokenMillis()).hasValue(300);
        assertThat(request.tokens()).hasValue(new Tokens(120, 0, 0, 0, 30, 0));
        assertThat(request.call().operation()).isEqualTo(Operation.CHAT);
    }

    @Test
    void knowsNoLatencyWhereNoBodyIsLogged() {
        Request request = OneFile.request(record("\"output\":{\"outputTokenCount\":8}"));
        assertThat(request.timing().latencyMillis()).isEmpty();
        assertThat(request.present()).doesNotContain(Field.LATENCY);
    }

    @Test
    void takesARefusedCallWithoutCountsForFailed() {
        Request request = OneFile.requests(sample()).get(2);
        assertThat(request.tokens()).isEmpty();
        assertThat(request.completion().outcome()).isEqualTo(Outcome.RATE_LIMITED);
        assertThat(request.completion().streaming()).isEqualTo(Streaming.UNSTREAMED);
    }

    @Test
    void countsACallThatAGuardrailBlocked() {
        Request request =
                OneFile.request(record("\"input\":{\"inputTokenCount\":0},\"output\":{\"outputTokenCount\":0}"));
        assertThat(request.tokens()).hasValue(Tokens.NONE);
        assertThat(request.completion().outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void readsCachedTokensAtTheTopLevelToo() {
        assertThat(OneFile.request(record("\"cacheReadInputTokenCount\":40000,\"cacheWriteInputTokenCount\":5,"
                                + "\"input\":{\"inputTokenCount\":12400},\"output\":{\"outputTokenCount\":8}"))
                        .tokens())
                .hasValue(new Tokens(52_405, 40_000, 5, 0, 8, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "ThrottlingException, RATE_LIMITED",
        "ServiceQuotaExceededException, RATE_LIMITED",
        "ModelTimeoutException, TIMEOUT",
        "ValidationException, FAILED",
        "AccessDeniedException, FAILED",
    })
    void tellsHowACallFailedByItsErrorCode(String code, Outcome outcome) {
        Request request = OneFile.request(record("\"errorCode\":\"" + code + "\""));
        assertThat(request.completion().outcome()).isEqualTo(outcome);
        assertThat(request.present()).contains(Field.ERROR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    eu.amazon.nova-pro-v1:0                                            | eu.amazon.nova-pro-v1:0 | -     | STANDARD
                    arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0 | amazon.nova-micro-v1:0  | -     | STANDARD
                    arn:aws:bedrock:us-east-1:1:inference-profile/us.amazon.nova-v1:0  | us.amazon.nova-v1:0     | -     | STANDARD
                    arn:aws:bedrock:us-east-1:1:application-inference-profile/pq7x1    | -                       | pq7x1 | STANDARD
                    arn:aws:bedrock:us-east-1:1:provisioned-model/zz1                  | -                       | -     | PROVISIONED
                    arn:aws:bedrock:us-east-1:1:imported-model/zz2     | arn:aws:bedrock:us-east-1:1:imported-model/zz2 | - | STANDARD
                    """)
    void readsTheModelOutOfItsId(String id, String model, String workload, Tier tier) {
        Request request = OneFile.request(record("\"x\":1", id, "Converse"));
        assertThat(request.call().model()).isEqualTo(Optional.ofNullable(model));
        assertThat(request.caller().workload()).isEqualTo(Optional.ofNullable(workload));
        assertThat(request.call().tier()).isEqualTo(tier);
        assertThat(request.present().contains(Field.MODEL)).isEqualTo(model != null);
    }

    @ParameterizedTest
    @CsvSource({
        "Converse, amazon.nova-micro-v1:0, 0, CHAT",
        "InvokeModel, anthropic.claude-haiku-4-5-v1:0, 9, CHAT",
        "InvokeModel, amazon.titan-embed-text-v2:0, 0, EMBEDDING",
        "InvokeModel, cohere.rerank-v3-5:0, 0, RERANK",
        "InvokeModel, amazon.nova-canvas-v1:0, 0, IMAGE",
        "InvokeModel, anthropic.claude-haiku-4-5-v1:0, 0, UNKNOWN",
        "InvokeModelWithBidirectionalStream, amazon.nova-sonic-v1:0, 9, AUDIO",
    })
    void tellsWhatInvokeModelAskedForByTheModel(String operation, String model, long output, Operation expected) {
        Request request = OneFile.request(record("\"output\":{\"outputTokenCount\":" + output + "}", model, operation));
        assertThat(request.call().operation()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:sts::1:assumed-role/nightly/i-1, nightly,",
        "arn:aws-us-gov:sts::1:assumed-role/nightly/i-2, nightly,",
        "arn:aws:iam::1:user/batch/clerk, clerk,",
        "arn:aws:sts::1:assumed-role/AWSReservedSSO_Dev_1f/ada@example.com, AWSReservedSSO_Dev_1f, ada@example.com",
        "arn:aws:sts::1:assumed-role/...,,",
        "arn:aws:iam::1:root,,",
    })
    void namesTheCallerByItsRole(String arn, String alias, String user) {
        Request request = OneFile.request(record("\"identity\":{\"arn\":\"" + arn + "\"}"));
        assertThat(request.caller().keyAlias()).isEqualTo(Optional.ofNullable(alias));
        assertThat(request.identity().user()).isEqualTo(Optional.ofNullable(user));
        assertThat(request.present().contains(Field.KEY_ALIAS)).isEqualTo(alias != null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"workload", "feature", "use_case"})
    void prefersTheTagsOfTheRequestToTheProfile(String key) {
        Request request = OneFile.request(record(
                "\"requestMetadata\":{\"" + key + "\":\"digest\"}",
                "arn:aws:bedrock:us-east-1:1:application-inference-profile/pq7x1",
                "Converse"));
        assertThat(request.caller().workload()).hasValue("digest");
    }

    @Test
    void doesNotGuessThePriceOfLatencyOptimisedInference() {
        assertThat(OneFile.request(record("\"performanceConfig\":{\"latency\":\"optimized\"}"))
                        .call()
                        .tier())
                .isEqualTo(Tier.UNKNOWN);
    }

    private static String record(String members) {
        return record(members, "anthropic.claude-haiku-4-5-20251001-v1:0", "Converse");
    }

    private static String record(String members, String model, String operation) {
        return "{\"timestamp\":\"2026-10-05T08:00:00Z\",\"requestId\":\"r-1\",\"operation\":\"" + operation
                + "\",\"modelId\":\"" + model + "\"," + members + ",\"schemaType\":\"ModelInvocationLog\"}";
    }

    private static String text(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
