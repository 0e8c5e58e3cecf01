package dev.batchable.input.format;

import dev.batchable.input.FormatContract;

class GenericFormatTest implements FormatContract {
    @Override
    public String id() {
        return "generic";
    }

    @Override
    public String sample() {
        return """
                timestamp,latency_ms,provider,model,input_tokens,output_tokens,cost_usd,status,app
                2026-10-01T08:15:00Z,812,openai,gpt-4o,120,30,0.0006,200,invoices
                2026-10-01T08:15:01Z,64,openai,gpt-4o,90,10,0.00033,200,"invoices, late"
                2026-10-01T08:15:02Z,2000,openai,gpt-4o,75,0,,429,invoices
                """;
    }
}
