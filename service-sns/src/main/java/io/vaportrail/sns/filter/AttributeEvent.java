package io.vaportrail.sns.filter;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.json.JsonSyntaxException;
import io.vaportrail.model.sns.MessageAttributeValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of a message as the JSON that a filter policy looks at. Binary ones are left out. */
final class AttributeEvent {
    /** Longer numbers, or such of other magnitudes, are none that a policy could name. */
    private static final int NUMBER_LENGTH = 64;

    private static final int NUMBER_SCALE = 64;

    private AttributeEvent() {}

    /** The JSON, or {@code null} when an attribute is not what its type says. */
    static @Nullable String of(Map<String, MessageAttributeValue> attributes) {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        for (Map.Entry<String, MessageAttributeValue> attribute : attributes.entrySet()) {
            String type = attribute.getValue().dataType();
            String text = attribute.getValue().stringValue();
            if (text == null) {
                continue;
            }
            if (type.equals("String.Array")) {
                List<?> elements = array(text);
                if (elements == null) {
                    return null;
                }
                event.put(attribute.getKey(), elements);
            } else if (type.equals("Number") || type.startsWith("Number.")) {
                BigDecimal number = number(text);
                if (number == null) {
                    return null;
                }
                event.put(attribute.getKey(), number);
            } else {
                event.put(attribute.getKey(), text);
            }
        }
        return Json.write(event);
    }

    private static @Nullable List<?> array(String text) {
        try {
            return Json.read(text) instanceof List<?> list && isFinite(list) ? list : null;
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    /** Whether all numbers in it can be held. */
    private static boolean isFinite(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.values().stream().allMatch(AttributeEvent::isFinite);
        }
        if (value instanceof List<?> elements) {
            return elements.stream().allMatch(AttributeEvent::isFinite);
        }
        return !(value instanceof Double number) || Double.isFinite(number);
    }

    private static @Nullable BigDecimal number(String text) {
        if (text.length() > NUMBER_LENGTH) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text.trim());
            return Math.abs(number.scale()) > NUMBER_SCALE ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
