package dev.batchable.policy;

/// A case-sensitive pattern in which `*` stands for any run of characters and `?` for one.
///
/// @param text the pattern as written
public record Glob(String text) {
    public static Glob of(String text) {
        return new Glob(text);
    }

    /// Matches greedily with one point of return, the last `*`: at most text × value steps, so that a hostile
    /// pattern cannot make it slow (a regular expression could).
    public boolean matches(String value) {
        int at = 0;
        int pattern = 0;
        int star = text.length();
        int resume = 0;
        while (at < value.length()) {
            if (pattern < text.length() && text.charAt(pattern) == '*') {
                star = pattern++;
                resume = at;
            } else if (pattern < text.length() && accepts(text.charAt(pattern), value.charAt(at))) {
                pattern++;
                at++;
            } else if (star < text.length()) {
                pattern = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        return text.substring(pattern).chars().allMatch(c -> c == '*');
    }

    private static boolean accepts(char pattern, char value) {
        return pattern == '?' || pattern == value;
    }

    @Override
    public String toString() {
        return text;
    }
}
