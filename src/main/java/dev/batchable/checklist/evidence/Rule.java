package dev.batchable.checklist.evidence;

/// One threshold or weight by which answers and verdicts are reached: data with a source, so that a report can
/// say which rule judged it.
///
/// @param id stable name, such as `session-pauses.human-share`
/// @param value the figure
/// @param unit what the figure counts; weights are in `log-odds`, positive where nobody waits
/// @param source where it comes from, or that it is assumed and why
public record Rule(String id, double value, String unit, String source) {
    public boolean reachedBy(double found) {
        return found >= value;
    }

    public boolean reachedBy(long count) {
        return count >= value;
    }

    public boolean keptBy(double found) {
        return found <= value;
    }
}
