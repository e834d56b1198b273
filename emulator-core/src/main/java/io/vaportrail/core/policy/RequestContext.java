package io.vaportrail.core.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys of a request and their values. Names are not case-sensitive. Immutable; values may be made only when a policy
 * asks for them, each time anew.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition keys</a>
 */
public final class RequestContext {
    /** Knows no key. */
    public static final RequestContext EMPTY = builder().build();

    private final Function<String, @Nullable List<String>> keys;

    private RequestContext(Function<String, @Nullable List<String>> keys) {
        this.keys = keys;
    }

    /**
     * A context that finds its values when they are asked for.
     *
     * @param keys takes a name in lower case, gives its values or {@code null}
     */
    public static RequestContext of(Function<String, @Nullable List<String>> keys) {
        return new RequestContext(keys);
    }

    /** An empty context to be filled. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The values of a key, or {@code null} when the request has none.
     *
     * @param key in any case, for example {@code aws:SourceArn}
     */
    public @Nullable List<String> values(String key) {
        return keys.apply(key.toLowerCase(Locale.ROOT));
    }

    /** Collects keys. */
    public static final class Builder {
        private final Map<String, Supplier<@Nullable List<String>>> keys = new HashMap<>();

        private Builder() {}

        /** A key with one value; {@code null} leaves it absent. */
        public Builder put(String key, @Nullable String value) {
            return value == null ? this : put(key, List.of(value));
        }

        /** A key with any number of values. */
        public Builder put(String key, List<String> values) {
            List<String> copy = List.copyOf(values);
            return lazily(key, () -> copy);
        }

        /** A key whose values are made when a policy asks for them; {@code null} for absent. */
        public Builder lazily(String key, Supplier<@Nullable List<String>> values) {
            keys.put(key.toLowerCase(Locale.ROOT), values);
            return this;
        }

        /** The context. */
        public RequestContext build() {
            Map<String, Supplier<@Nullable List<String>>> copy = Map.copyOf(keys);
            return new RequestContext(key -> {
                Supplier<@Nullable List<String>> values = copy.get(key);
                return values == null ? null : values.get();
            });
        }
    }
}
