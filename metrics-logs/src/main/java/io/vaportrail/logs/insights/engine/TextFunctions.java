package io.vaportrail.logs.insights.engine;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.json.JsonSyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Functions of texts. A missing text gives nothing. */
final class TextFunctions {
    private TextFunctions() {}

    static void add(Map<String, Function> functions) {
        functions.put("concat", new Function(1, Function.ANY, TextFunctions::concat));
        functions.put("strlen", new Function(1, 1, arguments -> {
            Computed only = arguments.get(0);
            return Computed.numeric(row -> {
                String text = only.text(row);
                return text == null ? Double.NaN : text.codePointCount(0, text.length());
            });
        }));
        functions.put("toupper", unary(text -> text.toUpperCase(Locale.ROOT)));
        functions.put("tolower", unary(text -> text.toLowerCase(Locale.ROOT)));
        functions.put("trim", new Function(1, 2, arguments -> trim(arguments, true, true)));
        functions.put("ltrim", new Function(1, 2, arguments -> trim(arguments, true, false)));
        functions.put("rtrim", new Function(1, 2, arguments -> trim(arguments, false, true)));
        functions.put("substr", new Function(2, 3, TextFunctions::substr));
        functions.put("replace", new Function(3, 3, TextFunctions::replace));
        functions.put("strcontains", new Function(2, 2, arguments -> {
            Computed whole = arguments.get(0);
            Computed part = arguments.get(1);
            return Computed.condition(row -> {
                String text = whole.text(row);
                String wanted = part.text(row);
                return text != null && wanted != null && text.contains(wanted);
            });
        }));
        functions.put(
                "jsonparse",
                new Function(1, 1, arguments -> row -> parsed(arguments.get(0).value(row))));
        functions.put("jsonstringify", new Function(1, 1, arguments -> row -> {
            Object value = arguments.get(0).value(row);
            return value == null ? null : Json.write(value instanceof Timestamp ? value.toString() : value);
        }));
    }

    private static Function unary(UnaryOperator<String> operator) {
        return new Function(1, 1, arguments -> {
            Computed only = arguments.get(0);
            return row -> {
                String text = only.text(row);
                return text == null ? null : operator.apply(text);
            };
        });
    }

    /** What is missing adds nothing. */
    private static Computed concat(List<Computed> arguments) {
        return row -> {
            StringBuilder text = new StringBuilder();
            for (Computed argument : arguments) {
                String part = argument.text(row);
                text.append(part == null ? "" : part);
            }
            return text.toString();
        };
    }

    /** Of spaces, or of the characters of a second argument. */
    private static Computed trim(List<Computed> arguments, boolean left, boolean right) {
        Computed first = arguments.get(0);
        return row -> {
            String text = first.text(row);
            String characters = arguments.size() > 1 ? arguments.get(1).text(row) : null;
            if (text == null || arguments.size() > 1 && characters == null) {
                return text;
            }
            int start = 0;
            int end = text.length();
            while (left && start < end && trimmed(text.charAt(start), characters)) {
                start++;
            }
            while (right && end > start && trimmed(text.charAt(end - 1), characters)) {
                end--;
            }
            return text.substring(start, end);
        };
    }

    private static boolean trimmed(char c, @Nullable String characters) {
        return characters == null ? Character.isWhitespace(c) : characters.indexOf(c) >= 0;
    }

    /** From a place, counted from 0, to the end or so many characters. */
    private static Computed substr(List<Computed> arguments) {
        return row -> {
            String text = arguments.get(0).text(row);
            double from = arguments.get(1).number(row);
            double length = arguments.size() > 2 ? arguments.get(2).number(row) : Integer.MAX_VALUE;
            if (text == null || Double.isNaN(from) || Double.isNaN(length)) {
                return null;
            }
            int start = (int) Math.min(Math.max(from, 0), text.length());
            int end = (int) Math.min(Math.max(start + length, start), text.length());
            return text.substring(start, end);
        };
    }

    private static Computed replace(List<Computed> arguments) {
        return row -> {
            String text = arguments.get(0).text(row);
            String wanted = arguments.get(1).text(row);
            String instead = arguments.get(2).text(row);
            if (text == null || wanted == null || instead == null || wanted.isEmpty()) {
                return text;
            }
            return text.replace(wanted, instead);
        };
    }

    private static @Nullable Object parsed(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        try {
            return Json.read(text);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }
}
