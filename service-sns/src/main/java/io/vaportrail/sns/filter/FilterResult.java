package io.vaportrail.sns.filter;

/** What a filter policy makes of a message; the ways to be filtered out are those that SNS's metrics tell apart. */
public enum FilterResult {
    /** The subscription wants it. */
    ACCEPTED,
    /** Its attributes do not match. */
    MESSAGE_ATTRIBUTES,
    /** It has no attributes. */
    NO_MESSAGE_ATTRIBUTES,
    /** Its attributes cannot be read, for example a broken String.Array. */
    INVALID_ATTRIBUTES,
    /** Its body does not match. */
    MESSAGE_BODY,
    /** Its body is no JSON object. */
    INVALID_MESSAGE_BODY
}
