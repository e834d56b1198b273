package io.vaportrail.core.admin;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reset is to forget.
 *
 * @param account 12 digits, or {@code null} for everything
 */
record ResetScope(@Nullable String account) {
    private static final Pattern QUERY = Pattern.compile("account=(\\d{12})");

    static ResetScope parse(@Nullable String query) throws AdminException {
        if (query == null || query.isEmpty()) {
            return new ResetScope(null);
        }
        var match = QUERY.matcher(query);
        if (!match.matches()) {
            throw new AdminException("reset: " + query + " (expected: nothing, or account= and 12 digits)");
        }
        return new ResetScope(match.group(1));
    }

    /** How an answer names it. */
    String name() {
        return account == null ? "all" : account;
    }
}
