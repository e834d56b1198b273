package io.vaportrail.events.store;

import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.EventsLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that is ordered by name.
 *
 * @param <V> what is listed
 * @param elements what is on the page
 * @param nextToken what leads to the next page, or {@code null} on the last one
 */
public record Paging<V>(List<V> elements, @Nullable String nextToken) {
    /**
     * The page that a token leads to; the token holds the last name of the page before.
     *
     * @param wanted what is listed of all
     * @param token as the last page gave it, or {@code null} for the first page
     * @param limit how many at most, or {@code null} for as many as AWS lists
     * @throws io.vaportrail.schema.ServiceException when the token leads nowhere
     */
    public static <V> Paging<V> of(
            NavigableMap<String, V> all, Predicate<V> wanted, @Nullable String token, @Nullable Integer limit) {
        int most = limit == null ? EventsLimits.PAGE : limit;
        List<V> elements = new ArrayList<>();
        String last = "";
        for (Map.Entry<String, V> entry : after(all, token).entrySet()) {
            if (!wanted.test(entry.getValue())) {
                continue;
            }
            if (elements.size() == most) {
                return new Paging<>(elements, Base64.getUrlEncoder().encodeToString(utf8(last)));
            }
            elements.add(entry.getValue());
            last = entry.getKey();
        }
        return new Paging<>(elements, null);
    }

    private static <V> NavigableMap<String, V> after(NavigableMap<String, V> all, @Nullable String token) {
        if (token == null) {
            return all;
        }
        try {
            return all.tailMap(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8), false);
        } catch (IllegalArgumentException e) {
            throw EventsErrors.invalid("NextToken");
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
