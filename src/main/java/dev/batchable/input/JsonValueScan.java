package dev.batchable.input;

/// Finds the end of a JSON value by its brackets and quotes alone; what lies between is judged by the parser.
/// Keeps its state, so that a value may be followed through several chunks.
final class JsonValueScan {
    private int depth;
    private boolean inText;
    private boolean escaped;
    private boolean begun;

    void begin() {
        depth = 0;
        inText = false;
        escaped = false;
        begun = false;
    }

    /// @return the index after the value, or -1 where it goes on after `to`
    int end(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (inText) {
                at = textEnd(bytes, at, to);
                if (!inText && depth == 0) {
                    return at;
                }
                continue;
            }
            byte b = bytes[at];
            if (depth == 0 && begun && endsScalar(b)) {
                return at;
            }
            begun = true;
            at++;
            if (b == '"') {
                inText = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if ((b == '}' || b == ']') && --depth <= 0) {
                return at;
            }
        }
        return -1;
    }

    private int textEnd(byte[] bytes, int from, int to) {
        int at = from;
        if (escaped && at < to) {
            escaped = false;
            at++;
        }
        while (at < to) {
            at = ByteScan.findEither(bytes, at, to, '"', '\\');
            if (at < to && bytes[at] == '"') {
                inText = false;
                return at + 1;
            }
            escaped = at + 1 == to;
            at += 2;
        }
        return to;
    }

    private static boolean endsScalar(byte b) {
        return b == ',' || b == ']' || b == '}' || b == '{' || b == '[' || b == '"' || ByteScan.isBlank(b);
    }
}
