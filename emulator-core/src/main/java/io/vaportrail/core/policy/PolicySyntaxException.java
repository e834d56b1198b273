package io.vaportrail.core.policy;

/** A text that is no policy of the expected kind; the message is AWS's, for example {@code Syntax errors in policy.} */
public final class PolicySyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    PolicySyntaxException(String message) {
        super(message);
    }
}
