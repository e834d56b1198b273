package io.vaportrail.identity.iam;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. The marker names the last item of the page before, so that a list that changes between two pages neither
 * repeats nor skips what stays in it.
 *
 * @param items those of this page
 * @param isTruncated whether there are more
 * @param marker where the next page starts, or {@code null} on the last one
 */
public record Paging<T>(List<T> items, boolean isTruncated, @Nullable String marker) {
    /**
     * Takes a page out of a list.
     *
     * @param all everything, in the order of the keys
     * @param key what sorts the items; no two have the same
     * @param marker what the page before ended with, or {@code null} for the first
     * @param maxItems how many at most, or {@code null} for {@link IamLimits#PAGE_SIZE}
     */
    public static <T> Paging<T> of(
            Iterable<T> all, Function<T, String> key, @Nullable String marker, @Nullable Integer maxItems) {
        String after = marker == null ? null : decode(marker);
        int limit = maxItems == null ? IamLimits.PAGE_SIZE : maxItems;
        List<T> items = new ArrayList<>();
        for (T item : all) {
            if (after != null && key.apply(item).compareTo(after) <= 0) {
                continue;
            }
            if (items.size() == limit) {
                return new Paging<>(items, true, encode(key.apply(items.get(limit - 1))));
            }
            items.add(item);
        }
        return new Paging<>(items, false, null);
    }

    /** The same page with other items. */
    public <R> List<R> map(Function<T, R> view) {
        List<R> views = new ArrayList<>(items.size());
        for (T item : items) {
            views.add(view.apply(item));
        }
        return views;
    }

    private static String encode(String key) {
        return Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String marker) {
        try {
            return new String(Base64.getDecoder().decode(marker), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // AWS's own sentence for a marker that it did not issue is not known.
            throw IamErrors.validation("Invalid Marker.");
        }
    }
}
