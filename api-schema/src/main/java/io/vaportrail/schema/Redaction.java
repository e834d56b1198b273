package io.vaportrail.schema;

/** What CloudTrail does with the value of a member. */
public enum Redaction {
    /** Records it. */
    NONE,
    /** Records the text {@code HIDDEN_DUE_TO_SECURITY_REASONS} in its place. */
    HIDE,
    /** Leaves the member out. */
    OMIT
}
