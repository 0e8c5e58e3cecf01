package dev.batchable.policy;

/// A case-sensitive pattern in which `*` stands for any run of characters and `?` for one.
///
/// Matching goes back to the last star only, never to an earlier one: what an earlier star could still swallow,
/// the last one can as well. So a pattern of m characters meets a text of n in at most m × n steps, and no policy
/// can make it hang, as a translation to a backtracking regular expression could.
public final class Glob {
    private final String text;

    private Glob(String text) {
        this.text = text;
    }

    public static Glob of(String text) {
        return new Glob(text);
    }

    /// Whether the pattern holds no `*` and no `?`, so that it matches one text only.
    public boolean isLiteral() {
        return text.indexOf('*') < 0 && text.indexOf('?') < 0;
    }

    public boolean matches(String value) {
        int at = 0;
        int pattern = 0;
        int afterStar = -1;
        int resume = 0;
        while (at < value.length()) {
            if (pattern < text.length() && text.charAt(pattern) == '*') {
                pattern++;
                afterStar = pattern;
                resume = at;
            } else if (pattern < text.length() && meets(text.charAt(pattern), value.charAt(at))) {
                pattern++;
                at++;
            } else if (afterStar >= 0) {
                pattern = afterStar;
                resume++;
                at = resume;
            } else {
                return false;
            }
        }
        return onlyStarsFrom(pattern);
    }

    private static boolean meets(char pattern, char value) {
        return pattern == '?' || pattern == value;
    }

    private boolean onlyStarsFrom(int start) {
        return text.substring(start).chars().allMatch(c -> c == '*');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && glob.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
