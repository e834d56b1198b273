package io.vaportrail.logs.group;

import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that is ordered by a key.
 *
 * @param <V> what is listed
 * @param elements what is on the page
 * @param nextToken what leads to the next page, or {@code null} on the last one
 */
public record Paging<V>(List<V> elements, @Nullable String nextToken) {
    private static final char SEPARATOR = '\n';

    /**
     * The page that a token leads to.
     *
     * @param list which list, so that a token of another is not taken
     * @param token what the last page gave, or {@code null} for the first page
     * @param limit how many at most, or {@code null} for {@link LogsLimits#PAGE}
     * @throws io.vaportrail.schema.ServiceException when the token leads nowhere
     */
    public static <V> Paging<V> of(
            NavigableMap<String, V> all,
            Predicate<V> wanted,
            String list,
            @Nullable String token,
            @Nullable Integer limit) {
        int max = limit == null ? LogsLimits.PAGE : limit;
        String after = after(list, token);
        NavigableMap<String, V> rest = after == null ? all : all.tailMap(after, false);
        List<V> elements = new ArrayList<>();
        String last = null;
        for (Map.Entry<String, V> entry : rest.entrySet()) {
            if (!wanted.test(entry.getValue())) {
                continue;
            }
            if (elements.size() == max) {
                return new Paging<>(elements, encode(list, String.valueOf(last)));
            }
            elements.add(entry.getValue());
            last = entry.getKey();
        }
        return new Paging<>(elements, null);
    }

    private static String encode(String list, String last) {
        return Base64.getUrlEncoder().encodeToString((list + SEPARATOR + last).getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String after(String list, @Nullable String token) {
        if (token == null) {
            return null;
        }
        String text;
        try {
            text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw LogsErrors.invalidToken();
        }
        if (!text.startsWith(list + SEPARATOR)) {
            throw LogsErrors.invalidToken();
        }
        return text.substring(list.length() + 1);
    }
}
