package io.vaportrail.sns.filter;

/** A filter policy that SNS refuses; the message says why in AWS's words. */
public final class FilterSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    FilterSyntaxException(String message) {
        super(message);
    }

    /** Why. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
