package io.vaportrail.metrics.query;

import io.vaportrail.schema.ServiceException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tokens that lead to the next page of the same request. */
public final class PageToken {
    private static final char SEPARATOR = ':';

    private PageToken() {}

    /** The token that leads past so many entries. */
    public static String of(int offset, String request) {
        String text = offset + String.valueOf(SEPARATOR) + Integer.toHexString(request.hashCode());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * How many entries a token leads past; none without a token.
     *
     * @param refusal makes the error for a token that is none, or of another request
     */
    public static int offset(
            @Nullable String token, String request, Function<String, ? extends ServiceException> refusal) {
        if (token == null) {
            return 0;
        }
        String text;
        int separator;
        int offset;
        try {
            text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            separator = text.indexOf(SEPARATOR);
            offset = Integer.parseUnsignedInt(text, 0, Math.max(0, separator), 10);
        } catch (IllegalArgumentException e) {
            throw refusal.apply("Invalid nextToken");
        }
        if (offset < 0 || !text.substring(separator + 1).equals(Integer.toHexString(request.hashCode()))) {
            throw refusal.apply("Parameters do not match original request parameters");
        }
        return offset;
    }
}
