package io.vaportrail.metrics.widget;

import io.vaportrail.metrics.MetricErrors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Members of JSON objects, checked for what they must be. */
final class WidgetJson {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int HEXADECIMAL = 16;

    private final Map<?, ?> members;
    private final String path;

    WidgetJson(Map<?, ?> members, String path) {
        this.members = members;
        this.path = path;
    }

    static RuntimeException wrong(String path, String expected) {
        return MetricErrors.validation("The parameter MetricWidget is invalid: " + path + " " + expected + ".");
    }

    private RuntimeException wrongMember(String name, String expected) {
        return wrong(path + "/" + name, expected);
    }

    @Nullable String text(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrongMember(name, "should be string");
    }

    @Nullable Double number(String name) {
        Object value = members.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw wrongMember(name, "should be number");
    }

    int integer(String name, int byDefault, int max) {
        Double value = number(name);
        if (value == null) {
            return byDefault;
        }
        if (value < 1 || value > max || value != Math.rint(value)) {
            throw wrongMember(name, "should be an integer from 1 to " + max);
        }
        return value.intValue();
    }

    boolean flag(String name, boolean byDefault) {
        Object value = members.get(name);
        if (value == null) {
            return byDefault;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrongMember(name, "should be boolean");
    }

    @Nullable Integer colour(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        if (!COLOUR.matcher(value).matches()) {
            throw wrongMember(name, "should be a colour such as #1f77b4");
        }
        return Integer.parseInt(value.substring(1), HEXADECIMAL);
    }

    String oneOf(String name, List<String> allowed) {
        String value = text(name);
        if (value == null) {
            return allowed.get(0);
        }
        if (!allowed.contains(value)) {
            throw wrongMember(name, "should be one of " + String.join(", ", allowed));
        }
        return value;
    }

    /** The object of that name; an empty one when there is none. */
    WidgetJson object(String name) {
        Object value = members.get(name);
        if (value == null) {
            return new WidgetJson(Map.of(), path + "/" + name);
        }
        if (value instanceof Map<?, ?> map) {
            return new WidgetJson(map, path + "/" + name);
        }
        throw wrongMember(name, "should be object");
    }

    /** The elements of that name; none when there is none. */
    List<?> list(String name) {
        Object value = members.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrongMember(name, "should be array");
    }

    /** The objects in the list of that name, each alone or as one of a pair. */
    List<List<WidgetJson>> groups(String name) {
        List<List<WidgetJson>> groups = new ArrayList<>();
        for (Object element : list(name)) {
            List<?> members =
                    element instanceof List<?> pair && pair.size() == 2 ? pair : Collections.singletonList(element);
            List<WidgetJson> group = new ArrayList<>(2);
            for (Object member : members) {
                if (!(member instanceof Map<?, ?> map)) {
                    throw wrongMember(name, "should be an array of objects and of pairs of objects");
                }
                group.add(new WidgetJson(map, path + "/" + name));
            }
            groups.add(group);
        }
        return groups;
    }
}
