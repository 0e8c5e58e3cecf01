package dev.batchable.checklist;

/// The six questions put to every workload.
public enum QuestionId {
    USER_WAITING("user-waiting", "Does a user wait on it directly?"),
    MAX_LATENCY("max-latency", "What is the maximum acceptable latency?"),
    DEFERRAL_COST("deferral-cost", "What is the cost of deferral?"),
    QUOTA_DOMAIN("quota-domain", "What quota domain does it consume?"),
    DEGRADATION("degradation", "What happens during provider degradation?"),
    PARTIAL_ASYNC("partial-async", "Can it be partially completed asynchronously?");

    private final String id;
    private final String text;

    QuestionId(String id, String text) {
        this.id = id;
        this.text = text;
    }

    public String id() {
        return id;
    }

    public String text() {
        return text;
    }

    /// The key under `answers:` in the policy, such as `max_latency`.
    public String policyKey() {
        return id.replace('-', '_');
    }
}
