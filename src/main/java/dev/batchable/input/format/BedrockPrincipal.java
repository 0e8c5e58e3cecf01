package dev.batchable.input.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who signed a call to AWS, from an ARN such as `arn:aws:sts::111122223333:assumed-role/<role>/<session>`.
///
/// A role is one caller whatever its sessions are called, since each start of a program makes a new session.
///
/// @param name the role, or the user where no role was assumed
/// @param person the session of a role of the single sign-on portal, which carries the name of a person
record BedrockPrincipal(Optional<String> name, Optional<String> person) {
    private static final Pattern ARN = Pattern.compile("arn:[^:]*:(?:sts|iam)::[0-9]*:(assumed-role|role|user)/(.+)");
    private static final String SIGN_ON = "AWSReservedSSO_";

    static BedrockPrincipal of(String arn) {
        Matcher matcher = ARN.matcher(arn);
        if (!matcher.matches()) {
            return new BedrockPrincipal(Optional.empty(), Optional.empty());
        }
        String path = matcher.group(2);
        boolean assumed = matcher.group(1).equals("assumed-role");
        int slash = assumed ? path.indexOf('/') : path.lastIndexOf('/');
        String name = assumed && slash >= 0 ? path.substring(0, slash) : assumed ? path : path.substring(slash + 1);
        Optional<String> person = assumed && slash >= 0 && name.startsWith(SIGN_ON)
                ? Optional.of(path.substring(slash + 1))
                : Optional.empty();
        return new BedrockPrincipal(Optional.of(name).filter(BedrockPrincipal::names), person);
    }

    /// Redacted logs hold dots in its place.
    private static boolean names(String text) {
        return text.chars().anyMatch(Character::isLetterOrDigit);
    }
}
