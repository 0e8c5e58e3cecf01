package dev.batchable.input.format;

import dev.batchable.record.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The well-known names as data.
final class KnownNameTable {
    private KnownNameTable() {}

    /// The names of each field in the common spelling of [KnownNames], the preferred ones first.
    static Map<Field, List<String>> names() {
        Map<Field, List<String>> names = new EnumMap<>(Field.class);
        callNames(names);
        tokenNames(names);
        outcomeNames(names);
        callerNames(names);
        return names;
    }

    private static void callNames(Map<Field, List<String>> names) {
        names.put(Field.START, words("""
                start_time started_at start request_time requested_at request_created_at timestamp @timestamp ts
                time created_at created datetime logged_at bucket_start
                """));
        names.put(Field.END, words("end_time ended_at end finished_at completed_at time_iso8601"));
        names.put(Field.LATENCY, words("""
                latency duration elapsed elapsed_time response_time request_duration total_duration total_time
                time_taken generation_time delay gen_ai.client.operation.duration gen_ai.server.request.duration
                """));
        names.put(Field.FIRST_TOKEN, words("""
                ttft time_to_first_token time_to_first_chunk first_token_latency first_byte_latency
                gen_ai.response.time_to_first_chunk gen_ai.server.time_to_first_token completion_start_time
                first_token_at first_token_time first_token_timestamp
                """));
        names.put(Field.PROVIDER, words("""
                provider vendor provider_name llm_provider custom_llm_provider gen_ai.provider.name
                gen_ai.system
                """));
        names.put(Field.MODEL, words("""
                model model_name gen_ai.response.model gen_ai.request.model model_id llm_model response_model
                request_model
                """));
        names.put(Field.OPERATION, words("""
                operation gen_ai.operation.name call_type endpoint request_type route url request_path
                """));
        names.put(Field.SERVICE_TIER, words("""
                service_tier openai.response.service_tier gen_ai.openai.response.service_tier tier
                """));
        names.put(Field.REGION, words("region cloud.region location aws_region"));
        // No bare `account` or `organization`: in an application's own log those are its customers.
        names.put(Field.ACCOUNT, words("""
                provider_account provider_account_id aws_account_id azure_subscription_id azure_resource
                gcp_project gcp_project_id openai_organization openai_project anthropic_workspace
                """));
        names.put(Field.REQUEST_COUNT, words("request_count requests num_requests num_model_requests batch_size"));
        names.put(Field.BUCKET_SECONDS, words("bucket_seconds bucket_width_seconds interval_seconds"));
    }

    private static void tokenNames(Map<Field, List<String>> names) {
        names.put(Field.INPUT_TOKENS, words("""
                input_tokens prompt_tokens gen_ai.usage.input_tokens gen_ai.usage.prompt_tokens tok_in tokens_in
                in_tokens tokens_input tokens_prompt prompt_token_count input_token_count num_prompt_tokens
                tokens.input
                """));
        names.put(Field.OUTPUT_TOKENS, words("""
                output_tokens completion_tokens gen_ai.usage.output_tokens gen_ai.usage.completion_tokens
                tok_out tokens_out out_tokens tokens_output tokens_completion completion_token_count
                output_token_count generated_tokens num_completion_tokens tokens.output
                """));
        names.put(Field.CACHE_READ_TOKENS, words("""
                cache_read_input_tokens cached_tokens cache_read_tokens cached_input_tokens input_cached_tokens
                tokens_cached gen_ai.usage.cache_read.input_tokens gen_ai.usage.cache_read_input_tokens
                prompt_tokens_details.cached_tokens input_tokens_details.cached_tokens
                """));
        names.put(Field.CACHE_WRITE_TOKENS, words("""
                cache_creation_input_tokens cache_write_tokens cache_creation_tokens cache_write_input_tokens
                gen_ai.usage.cache_creation.input_tokens gen_ai.usage.cache_creation_input_tokens
                cache_write_5m_tokens cache_creation.ephemeral_5m_input_tokens
                """));
        names.put(Field.CACHE_WRITE_1H_TOKENS, words("""
                cache_write_1h_tokens cache_creation_1h_tokens cache_creation.ephemeral_1h_input_tokens
                """));
        names.put(Field.REASONING_TOKENS, words("""
                reasoning_tokens thinking_tokens thoughts_token_count gen_ai.usage.reasoning.output_tokens
                completion_tokens_details.reasoning_tokens output_tokens_details.reasoning_tokens
                """));
        names.put(Field.COST, words("""
                cost cost_usd cost_eur cost_gbp spend total_cost cost_total response_cost price
                gen_ai.usage.cost
                """));
        names.put(Field.CURRENCY, words("currency cost_currency billing_currency"));
    }

    private static void outcomeNames(Map<Field, List<String>> names) {
        names.put(Field.HTTP_STATUS, words("""
                http_status status_code http_status_code response_code response_status_code
                http.response.status_code
                """));
        names.put(Field.STATUS, words("status outcome success finish_reason stop_reason"));
        names.put(Field.ERROR, words("""
                error error_type error.type error_class error_code error_message exception_type error_str
                """));
        names.put(Field.STREAM, words("""
                stream streamed streaming is_streaming is_stream gen_ai.request.stream llm.is_streaming
                """));
        names.put(Field.RETRIES, words("retries retry_count num_retries attempted_retries"));
        names.put(Field.CACHE_HIT, words("cache_hit gateway_cache_hit"));
        names.put(Field.REPEAT_KEY, words("cache_key prompt_hash request_hash"));
        names.put(Field.REQUEST_ID, words("""
                request_id call_id generation_id gen_ai.response.id response_id completion_id id
                """));
    }

    private static void callerNames(Map<Field, List<String>> names) {
        names.put(Field.SESSION, words("""
                session_id session session.id conversation_id gen_ai.conversation.id thread_id trace_id
                """));
        names.put(Field.USER, words("end_user end_user_id user_id user user.id enduser.id"));
        names.put(Field.USER_AGENT, words("user_agent user_agent.original http.user_agent http_user_agent"));
        names.put(Field.WORKLOAD, words("workload feature use_case prompt_name trace_name"));
        names.put(Field.KEY_ALIAS, words("""
                key_alias api_key_alias user_api_key_alias api_key_name key_name key virtual_key
                """));
        names.put(Field.KEY_ID, words("api_key_hash api_key_id key_hash key_id user_api_key_hash api_key"));
        names.put(Field.SERVICE, words("""
                service service_name service.name app app_name application gen_ai.agent.name client
                """));
        names.put(Field.PROJECT, words("project project_id project_name workspace workspace_id"));
        names.put(Field.TEAM, words("team team_alias team_id department"));
        names.put(Field.TAGS, words("tags request_tags"));
    }

    /// Names parted by white space, which no name holds.
    private static List<String> words(String text) {
        return Stream.of(text.split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
    }
}
