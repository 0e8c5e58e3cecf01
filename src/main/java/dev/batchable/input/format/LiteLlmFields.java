package dev.batchable.input.format;

import dev.batchable.input.FieldTable;
import dev.batchable.record.Field;

/// Where spend logs and logging payloads of LiteLLM keep the same things.
final class LiteLlmFields {
    /// The provider's usage as LiteLLM keeps it when it drops the answer.
    static final String KEPT_USAGE = "metadata.usage_object.";

    private static final String NOTES = "metadata.spend_logs_metadata.";
    private static final String SENT = "metadata.requester_metadata.";
    private static final String CACHE_DETAIL = "prompt_tokens_details.cache_creation_token_details.";

    private LiteLlmFields() {}

    /// A table with the fields that both have.
    ///
    /// @param usages paths of the objects that may hold the provider's usage, each with a dot, the preferred first
    static FieldTable.Builder<Field> table(String... usages) {
        FieldTable.Builder<Field> table = FieldTable.<Field>builder()
                .field(Field.START, "startTime")
                .field(Field.END, "endTime")
                .field(Field.FIRST_TOKEN, "completionStartTime")
                .field(Field.PROVIDER, "custom_llm_provider")
                .field(Field.MODEL, "model", "model_group")
                .field(Field.OPERATION, "call_type")
                .field(Field.INPUT_TOKENS, "prompt_tokens")
                .field(Field.OUTPUT_TOKENS, "completion_tokens")
                .field(Field.RETRIES, "metadata.attempted_retries")
                .field(Field.USER_AGENT, "metadata.user_agent")
                .field(Field.WORKLOAD, NOTES + "workload", NOTES + "feature", NOTES + "use_case")
                .field(Field.WORKLOAD, SENT + "workload", SENT + "feature", SENT + "use_case")
                .field(Field.KEY_ALIAS, "metadata.user_api_key_alias")
                .field(Field.PROJECT, "metadata.user_api_key_project_alias", "metadata.user_api_key_project_id")
                .field(Field.TEAM, "metadata.user_api_key_team_alias")
                .field(Field.TAGS, "request_tags")
                .field(Field.CACHE_HIT, "cache_hit")
                .field(Field.REPEAT_KEY, "cache_key")
                .field(Field.REQUEST_COUNT, "metadata.batch_successful_requests")
                .field(Field.FAILED_COUNT, "metadata.batch_failed_requests");
        for (String usage : usages) {
            usage(table, usage);
        }
        return table;
    }

    private static void usage(FieldTable.Builder<Field> table, String usage) {
        table.field(Field.CACHE_READ_TOKENS, usage + "cache_read_input_tokens")
                .field(Field.CACHE_READ_TOKENS, usage + "prompt_tokens_details.cached_tokens")
                .field(Field.CACHE_READ_TOKENS, usage + "input_tokens_details.cached_tokens")
                .field(Field.CACHE_WRITE_TOKENS, usage + "cache_creation_input_tokens")
                .field(Field.CACHE_WRITE_TOKENS, usage + "prompt_tokens_details.cache_creation_tokens")
                .field(Field.CACHE_WRITE_1H_TOKENS, usage + CACHE_DETAIL + "ephemeral_1h_input_tokens")
                .field(Field.CACHE_WRITE_1H_TOKENS, usage + "cache_creation.ephemeral_1h_input_tokens")
                .field(Field.REASONING_TOKENS, usage + "completion_tokens_details.reasoning_tokens")
                .field(Field.REASONING_TOKENS, usage + "output_tokens_details.reasoning_tokens");
    }
}
