package io.vaportrail.metrics.alarm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that is ordered by a key. What comes and goes between pages neither repeats nor hides the rest.
 *
 * @param <V> what is listed
 * @param elements what is on the page
 * @param nextToken what leads to the next page, or {@code null} on the last one
 */
public record Page<V>(List<V> elements, @Nullable String nextToken) {
    /**
     * The page that a token leads to.
     *
     * @param all everything, in the order of the keys
     * @param list which list, with all that filters it, so that a token of another is not taken
     * @param token what the last page gave, or {@code null} for the first page
     * @throws io.vaportrail.schema.ServiceException InvalidNextToken when the token leads nowhere
     */
    public static <V> Page<V> of(
            List<? extends V> all, String list, @Nullable String token, int size, Function<V, String> key) {
        String prefix = Integer.toHexString(list.hashCode()) + '\n';
        String after = after(prefix, token);
        List<V> elements = new ArrayList<>();
        for (V element : all) {
            if (after == null || key.apply(element).compareTo(after) > 0) {
                if (elements.size() == size) {
                    return new Page<>(elements, encode(prefix + key.apply(elements.get(size - 1))));
                }
                elements.add(element);
            }
        }
        return new Page<>(elements, null);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String after(String prefix, @Nullable String token) {
        if (token == null || token.isEmpty()) {
            return null;
        }
        String text;
        try {
            text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw AlarmErrors.invalidNextToken();
        }
        if (!text.startsWith(prefix)) {
            throw AlarmErrors.invalidNextToken();
        }
        return text.substring(prefix.length());
    }
}
