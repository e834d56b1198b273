package io.vaportrail.trail.store;

/** What the emulator has to say of a call that CloudTrail's record has no field for. */
public enum Mark {
    /** No module implements the operation; AWS would have done something. */
    NOT_IMPLEMENTED("not-implemented"),
    /** The request could not be read as the operation's input, so its parameters are unknown. */
    UNREADABLE_INPUT("unreadable-input"),
    /** CloudTrail does not record calls of this operation. */
    NOT_RECORDED_BY_AWS("not-recorded-by-aws"),
    /** Policies would have denied the call, had they been enforced. */
    DENIED_IF_ENFORCED("denied-if-enforced");

    private final String text;

    Mark(String text) {
        this.text = text;
    }

    /** The name that users see. */
    public String text() {
        return text;
    }
}
