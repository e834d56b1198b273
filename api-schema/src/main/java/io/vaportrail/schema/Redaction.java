package io.vaportrail.schema;

/** What CloudTrail does with the value of a member. */
public enum Redaction {
    /** Records it. */
    NONE,
    /** Records the text {@code HIDDEN_DUE_TO_SECURITY_REASONS} in its place. */
    HIDE,
    /** Leaves the member out. */
    OMIT,
    /** Records it; where it is a URL with a password, {@code HIDDEN_DUE_TO_SECURITY_REASONS} in the password's place. */
    HIDE_URL_PASSWORD
}
