package dev.batchable.input;

import java.util.function.Predicate;

/// An export that is recognised and cannot serve: read by well-known names it would give a wrong report rather
/// than none.
///
/// @param what what it is, as in "a Langfuse traces export"
/// @param reason why it cannot serve, as in "it holds no tokens"
/// @param instead the better export and how to get it
public record Refusal(String what, Predicate<Head> claims, String reason, String instead) {
    /// What to tell the user, to follow the path of the file.
    public String message() {
        return "it is " + what + "; " + reason + "; " + instead;
    }
}
