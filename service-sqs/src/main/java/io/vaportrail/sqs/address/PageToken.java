package io.vaportrail.sqs.address;

import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A page of a listing: how long it is, and the token that leads to the next. A token holds only for the list that gave it. */
public final class PageToken {
    private static final char SEPARATOR = '\n';

    private PageToken() {}

    /**
     * How many entries a page has.
     *
     * @param maxResults 1 to 1,000, or {@code null} for the most there can be
     */
    public static int size(@Nullable Integer maxResults) {
        if (maxResults == null) {
            return SqsLimits.LISTED_QUEUES;
        }
        if (maxResults < 1 || maxResults > SqsLimits.LISTED_QUEUES) {
            throw SqsErrors.invalidParameterValue(
                    "MaxResults",
                    maxResults,
                    "MaxResults must be an integer between 1 and " + SqsLimits.LISTED_QUEUES + ".");
        }
        return maxResults;
    }

    /** The token that leads past an entry of a list. */
    public static String of(String list, String lastName) {
        byte[] bytes = (list + SEPARATOR + lastName).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The entry that a token leads past, or {@code null} without a token. */
    public static @Nullable String after(@Nullable String token, String list) {
        if (token == null || token.isEmpty()) {
            return null;
        }
        try {
            String text = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            int separator = text.lastIndexOf(SEPARATOR);
            if (separator >= 0 && text.substring(0, separator).equals(list)) {
                return text.substring(separator + 1);
            }
        } catch (IllegalArgumentException e) {
            throw invalid(token);
        }
        throw invalid(token);
    }

    private static RuntimeException invalid(String token) {
        return SqsErrors.invalidParameterValue(
                "NextToken", token, "The token is not valid for the parameters of this request.");
    }
}
