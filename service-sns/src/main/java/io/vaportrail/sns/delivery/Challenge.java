package io.vaportrail.sns.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a server wants to be told who one is.
 *
 * @param scheme in lower case, for example {@code digest}
 * @param parameters by name in lower case
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1">WWW-Authenticate</a>
 */
record Challenge(String scheme, Map<String, String> parameters) {
    /** All challenges of a header; one header may have several. */
    static List<Challenge> in(String header) {
        return new Reader(header).read();
    }

    /** A parameter, or the empty text. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Reads {@code scheme name=value, name="value", scheme …}. */
    private static final class Reader {
        private final String text;
        private final List<Challenge> found = new ArrayList<>();
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<Challenge> read() {
            Challenge current = null;
            while (skipTo()) {
                String word = token();
                if (word.isEmpty()) {
                    at++;
                    continue;
                }
                String value = value();
                if (value == null) {
                    current = new Challenge(word.toLowerCase(Locale.ROOT), new HashMap<>());
                    found.add(current);
                } else if (current != null) {
                    current.parameters().put(word.toLowerCase(Locale.ROOT), value);
                }
            }
            return found;
        }

        private boolean skipTo() {
            while (at < text.length() && (text.charAt(at) == ',' || Character.isWhitespace(text.charAt(at)))) {
                at++;
            }
            return at < text.length();
        }

        private String token() {
            int start = at;
            while (at < text.length() && isTokenCharacter(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }

        private static boolean isTokenCharacter(char c) {
            return c > ' ' && c < 0x7f && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0;
        }

        /** The value behind an equals sign, or {@code null} when there is none. */
        private @Nullable String value() {
            int equals = at;
            while (equals < text.length() && text.charAt(equals) == ' ') {
                equals++;
            }
            if (equals >= text.length() || text.charAt(equals) != '=') {
                return null;
            }
            at = equals + 1;
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            return at < text.length() && text.charAt(at) == '"' ? quoted() : token();
        }

        private String quoted() {
            StringBuilder value = new StringBuilder();
            at++;
            while (at < text.length() && text.charAt(at) != '"') {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                value.append(text.charAt(at++));
            }
            at++;
            return value.toString();
        }
    }
}
