package io.vaportrail.logs.transform;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.vaportrail.logs.LogsErrors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An expression of grok as a regular expression, run in linear time. What stands between its patterns is meant as it stands. */
final class GrokPattern {
    /** Whole formats of logs, each with fields of its own. */
    static final Set<String> FORMATS = Set.of("APACHE_ACCESS_LOG", "NGINX_ACCESS_LOG", "SYSLOG5424");

    /** What can stand in quotes of one or the other kind, without them. */
    private static final String QUOTEDSTRING = "QUOTEDSTRING";

    private static final Pattern REFERENCE = Pattern.compile("%\\{([A-Za-z0-9_]+)(?::([^}]*))?\\}");

    private final GrokLibrary library = new GrokLibrary();
    private final StringBuilder regex = new StringBuilder();
    private final Map<String, List<Integer>> groups = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private int groupCount;
    private final Pattern pattern;

    private GrokPattern(String expression) {
        Matcher reference = REFERENCE.matcher(expression);
        int from = 0;
        while (reference.find()) {
            literal(expression.substring(from, reference.start()));
            names.add(String.valueOf(reference.group(1)));
            append(String.valueOf(reference.group(1)), field(reference));
            from = reference.end();
        }
        literal(expression.substring(from));
        checkNames();
        pattern = Pattern.compile(regex.toString());
    }

    /**
     * Reads an expression.
     *
     * @throws io.vaportrail.schema.ServiceException when it is none
     */
    static GrokPattern of(String expression) {
        return new GrokPattern(expression);
    }

    private static @Nullable String field(Matcher reference) {
        String field = reference.group(2);
        if (field != null && (field.isEmpty() || field.indexOf(':') >= 0)) {
            throw wrong("'" + reference.group() + "' must name a field, without a type");
        }
        return field;
    }

    private static RuntimeException wrong(String why) {
        return LogsErrors.invalid("Invalid transformer: grok: " + why + ".");
    }

    /** A backslash makes the next character stand for itself, as all others do anyway. */
    private void literal(String text) {
        if (text.contains("%{")) {
            throw wrong("'" + text + "' is no pattern");
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c == '\\' && i + 1 < text.length() ? text.charAt(++i) : c);
        }
        regex.append(Pattern.quote(plain.toString()));
    }

    private void append(String name, @Nullable String field) {
        if (name.equals(QUOTEDSTRING)) {
            regex.append("(?:\"");
            open(field);
            regex.append("(?:[^\"\\\\]|\\\\.)*)\"|'");
            open(field);
            regex.append("(?:[^'\\\\]|\\\\.)*)')");
            return;
        }
        String definition = library.definition(name);
        if (definition == null) {
            throw wrong("there is no pattern " + name);
        }
        open(field);
        Matcher inner = REFERENCE.matcher(definition);
        int from = 0;
        while (inner.find()) {
            regex.append(definition, from, inner.start());
            append(String.valueOf(inner.group(1)), inner.group(2));
            from = inner.end();
        }
        regex.append(definition, from, definition.length()).append(')');
    }

    private void open(@Nullable String field) {
        if (field == null) {
            regex.append("(?:");
            return;
        }
        regex.append('(');
        groups.computeIfAbsent(field, name -> new ArrayList<>()).add(++groupCount);
    }

    private void checkNames() {
        if (names.isEmpty() || names.size() > GrokLibrary.MOST) {
            throw wrong("an expression has 1 to " + GrokLibrary.MOST + " patterns");
        }
        for (String name : names) {
            if (Collections.frequency(names, name) > GrokLibrary.most(name)) {
                throw wrong("at most " + GrokLibrary.most(name) + " times " + name);
            }
        }
        if (names.stream().filter(GrokLibrary.OPEN::contains).count() > GrokLibrary.MOST_DEAR) {
            throw wrong("at most " + GrokLibrary.MOST_DEAR + " of " + GrokLibrary.OPEN);
        }
        boolean format = FORMATS.contains(names.get(0));
        boolean allowed = names.stream().skip(1).noneMatch(FORMATS::contains)
                && (!format || names.size() == 1 || names.size() == 2 && GrokLibrary.REST.contains(names.get(1)));
        if (!allowed) {
            throw wrong("a format of logs comes first and alone, or with one of " + GrokLibrary.REST + " behind it");
        }
    }

    /** The whole format of logs that it is, or {@code null}. */
    @Nullable String format() {
        return FORMATS.contains(names.get(0)) ? names.get(0) : null;
    }

    /** The values of the fields, or {@code null} when the text does not match as a whole. */
    @Nullable Map<String, String> match(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        groups.forEach((field, numbers) -> {
            for (int number : numbers) {
                String value = matcher.group(number);
                if (value != null) {
                    values.put(field, value);
                }
            }
        });
        return values;
    }
}
