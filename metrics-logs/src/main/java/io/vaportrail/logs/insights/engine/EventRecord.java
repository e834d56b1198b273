package io.vaportrail.logs.insights.engine;

import io.vaportrail.core.json.Json;
import io.vaportrail.logs.event.EventId;
import io.vaportrail.logs.store.EventCursor;
import io.vaportrail.logs.store.LogGroup;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All fields of an event. */
public final class EventRecord {
    /** Fields that are discovered in one JSON message. */
    private static final int MOST_FIELDS = 200;

    private EventRecord() {}

    /**
     * The fields of an event with their values as texts.
     *
     * @param message its text as it may be shown
     */
    public static Map<String, String> of(EventCursor event, String message) {
        LogGroup group = event.stream().group();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("@timestamp", Long.toString(event.timestamp()));
        fields.put("@message", message);
        fields.put("@ingestionTime", Long.toString(event.ingestionTime()));
        fields.put("@logStream", event.stream().name());
        fields.put("@log", group.accountId() + ":" + group.name());
        fields.put("@ptr", EventId.of(event).toString());
        fields.putAll(discovered(LambdaFields.isFunction(group), message));
        return fields;
    }

    /** The fields that are discovered in a message, of a Lambda function or not. */
    static Map<String, String> discovered(boolean function, String message) {
        Map<String, String> fields = new LinkedHashMap<>();
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        String json = message;
        if (function) {
            LambdaFields.of(message).forEach((name, value) -> fields.put(name, String.valueOf(Values.text(value))));
            int start = JsonText.objectStart(text, 0, text.length);
            int end = JsonText.objectEnd(text, start, text.length);
            json = new String(text, start, end - start, StandardCharsets.UTF_8);
        }
        Map<String, @Nullable Object> members = Json.readObject(json);
        if (members != null) {
            for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
                String name = member.getKey();
                add(name.startsWith("@") ? "@" + name : name, member.getValue(), fields);
            }
        } else if (!function) {
            fields.putAll(SpacedFields.all(text));
        }
        return fields;
    }

    private static void flatten(String prefix, Map<?, ?> members, Map<String, String> into) {
        for (Map.Entry<?, ?> member : members.entrySet()) {
            add(prefix + member.getKey(), member.getValue(), into);
        }
    }

    private static void add(String name, @Nullable Object value, Map<String, String> into) {
        if (value instanceof Map<?, ?> members) {
            flatten(name + ".", members, into);
        } else if (value instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                add(name + "." + i, elements.get(i), into);
            }
        } else {
            String text = Values.text(value);
            if (text != null && into.size() < MOST_FIELDS) {
                into.put(name, text);
            }
        }
    }
}
