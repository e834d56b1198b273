package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.insights.language.Expression;
import io.vaportrail.logs.insights.language.ExpressionText;
import io.vaportrail.logs.insights.language.QuerySyntaxException;
import io.vaportrail.logs.insights.language.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which names lead to which slots, at one part of a query: among events, or behind a stats or pattern command. */
final class Scope {
    private final boolean events;
    private final Map<String, Integer> made = new HashMap<>();
    private final Map<String, Integer> called = new HashMap<>();
    private final Map<String, Integer> fields = new HashMap<>();
    private final List<@Nullable String> slots = new ArrayList<>();

    /**
     * Before each field that is read without masks. A name cannot begin with it.
     */
    private static final String RAW = "\0";

    private Scope(boolean events) {
        this.events = events;
    }

    /** Any name is a field of the event. */
    static Scope ofEvents() {
        return new Scope(true);
    }

    /** Only what was made has a name. */
    static Scope ofResults() {
        return new Scope(false);
    }

    /** From now on an expression stands for what the slot has, as results are named after what they were computed by. */
    void call(Expression expression, int slot) {
        called.putIfAbsent(ExpressionText.of(expression), slot);
    }

    /** The slot that an expression stands for, or -1. */
    int calledSlot(Expression expression) {
        return called.isEmpty() ? -1 : called.getOrDefault(ExpressionText.of(expression), -1);
    }

    /** A new slot for a name. */
    int define(String name) {
        int slot = unnamed();
        made.put(name, slot);
        return slot;
    }

    /**
     * A new slot for a name that must not have been given before.
     *
     * @throws QuerySyntaxException when it has been
     */
    int defineOnce(String name, Span span) throws QuerySyntaxException {
        if (made.containsKey(name)) {
            throw new QuerySyntaxException("Ephemeral field is already defined: " + name, span);
        }
        return define(name);
    }

    int unnamed() {
        slots.add(null);
        return slots.size() - 1;
    }

    /** The slot that was made for exactly this name, or -1. */
    int madeSlot(String name) {
        return made.getOrDefault(name, -1);
    }

    /** How many slots rows have. */
    int size() {
        return slots.size();
    }

    /** The names of fields by slot, {@code null} for what is made. */
    List<@Nullable String> fields() {
        return slots;
    }

    /**
     * What a name means.
     *
     * @throws QuerySyntaxException when it means nothing
     */
    Computed resolve(String name, boolean unmasked, Span span) throws QuerySyntaxException {
        Integer exact = made.get(name);
        if (exact != null) {
            int slot = exact;
            return row -> row.get(slot);
        }
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            Integer slot = made.get(name.substring(0, dot));
            if (slot != null) {
                String path = name.substring(dot + 1);
                int container = slot;
                return row -> Values.at(row.get(container), path);
            }
        }
        if (!events) {
            throw new QuerySyntaxException("Unknown symbols found in or after stats: " + name, span);
        }
        int slot = field(unmasked ? RAW + name : name);
        return name.equals("@message") ? Computed.lying(slot) : row -> row.get(slot);
    }

    /** The slot of a field of events. */
    int field(String name) {
        Integer known = fields.get(name);
        if (known != null) {
            return known;
        }
        slots.add(name);
        fields.put(name, slots.size() - 1);
        return slots.size() - 1;
    }

    static boolean isRaw(String field) {
        return field.startsWith(RAW);
    }

    static String plain(String field) {
        return isRaw(field) ? field.substring(RAW.length()) : field;
    }
}
