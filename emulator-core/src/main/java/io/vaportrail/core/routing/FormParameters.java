package io.vaportrail.core.routing;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.protocol.PercentCoding;
import io.vaportrail.core.protocol.Utf8;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.schema.ServiceException;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The decoded parameters of a form body or query string, in the order sent; of a name sent twice the last value holds. */
public final class FormParameters {
    /** The most parameters that one request may have; the largest calls of AWS's query APIs have a few thousand. */
    public static final int MAX_COUNT = 65_536;

    private static final String FORM = "application/x-www-form-urlencoded";

    private String[] namesAndValues = new String[32];
    private int end;

    private FormParameters() {}

    /**
     * The parameters of the query string, and of the body when it is a form.
     *
     * @throws ServiceException MalformedQueryString when an escape is broken, the text is not UTF-8, or there are too many
     */
    public static FormParameters of(HttpRequest request) {
        FormParameters parameters = new FormParameters();
        if (request.query() != null) {
            parameters.read(request.query());
        }
        if (isForm(request)) {
            byte[] body = request.body();
            String text = Utf8.decode(body, 0, body.length);
            if (text == null) {
                throw malformed("The form is not UTF-8.");
            }
            parameters.read(text);
        }
        return parameters;
    }

    /** Whether the body of the request is a form. */
    static boolean isForm(HttpRequest request) {
        String type = request.header("Content-Type");
        return type != null && request.method().equals("POST") && type.regionMatches(true, 0, FORM, 0, FORM.length());
    }

    /** The value of this name, or {@code null}. Looks at all parameters: for a few look-ups, not for many. */
    public @Nullable String get(String name) {
        for (int i = end - 2; i >= 0; i -= 2) {
            if (namesAndValues[i].equals(name)) {
                return namesAndValues[i + 1];
            }
        }
        return null;
    }

    /** How many there are, of a name sent twice both. */
    public int size() {
        return end / 2;
    }

    /** Gives all names and values in the order sent, of a name sent twice both. */
    public void forEach(BiConsumer<String, String> action) {
        for (int i = 0; i < end; i += 2) {
            action.accept(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    /** Adds a parameter that the request implies. */
    FormParameters add(String name, String value) {
        if (end == namesAndValues.length) {
            if (end >= 2 * MAX_COUNT) {
                throw malformed("The request has more than " + MAX_COUNT + " parameters.");
            }
            namesAndValues = Arrays.copyOf(namesAndValues, 2 * end);
        }
        namesAndValues[end++] = name;
        namesAndValues[end++] = value;
        return this;
    }

    private void read(String text) {
        Pairs.forEach(text, (name, value) -> add(decoded(name), decoded(value)));
    }

    private static String decoded(String text) {
        String decoded = PercentCoding.decode(text, true);
        if (decoded == null) {
            throw malformed("The query string contains a syntax error.");
        }
        return decoded;
    }

    private static ServiceException malformed(String message) {
        return CommonError.sender("MalformedQueryString", 404, message);
    }
}
