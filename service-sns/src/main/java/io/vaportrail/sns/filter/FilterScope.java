package io.vaportrail.sns.filter;

import org.jspecify.annotations.Nullable;

/** What of a message a filter policy looks at. */
public enum FilterScope {
    /** Its attributes. */
    MESSAGE_ATTRIBUTES("MessageAttributes"),
    /** Its body, read as JSON. */
    MESSAGE_BODY("MessageBody");

    private final String value;

    FilterScope(String value) {
        this.value = value;
    }

    /** The value of the attribute {@code FilterPolicyScope}. */
    public String value() {
        return value;
    }

    /** The scope of this value, or {@code null}. */
    public static @Nullable FilterScope of(String value) {
        for (FilterScope scope : values()) {
            if (scope.value.equals(value)) {
                return scope;
            }
        }
        return null;
    }
}
