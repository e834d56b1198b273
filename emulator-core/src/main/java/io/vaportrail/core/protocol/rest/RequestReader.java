package io.vaportrail.core.protocol.rest;

import io.vaportrail.core.http.Headers;
import io.vaportrail.core.protocol.SerializationErrors;
import io.vaportrail.core.protocol.TextValues;
import io.vaportrail.core.protocol.Utf8;
import io.vaportrail.core.routing.RoutedRequest;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.TimestampFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the members of one request that stand outside a structured body. */
final class RequestReader {
    private final RoutedRequest request;
    private @Nullable Map<String, List<String>> query;

    RequestReader(RoutedRequest request) {
        this.request = request;
    }

    /** The value of a member in a header, label or query string, or {@code null} when it is absent. */
    @Nullable Object read(Member member) {
        return switch (member.location()) {
            case HEADER -> header(member);
            case PREFIX_HEADERS -> prefixHeaders(member);
            case LABEL -> label(member);
            case QUERY -> queryParameter(member);
            case QUERY_PARAMS -> queryParameters(member);
            case BODY, PAYLOAD, STATUS_CODE -> null;
        };
    }

    /** What was sent for a member that cannot be read, or {@code null} when that cannot be told either. */
    @Nullable String textOf(Member member) {
        return switch (member.location()) {
            case HEADER -> request.http().header(member.locationName());
            case LABEL -> request.labels().get(member.locationName());
            case QUERY ->
                query == null || !query.containsKey(member.locationName())
                        ? null
                        : query.get(member.locationName()).get(0);
            default -> null;
        };
    }

    /** The body as text or bytes, or {@code null} when it is empty. */
    @Nullable Object plainPayload(Member payload) {
        byte[] body = request.http().body();
        if (body.length == 0) {
            return null;
        } else if (payload.target().type() == ShapeType.BLOB) {
            return Blob.ofOwned(body);
        }
        String text = Utf8.decode(body, 0, body.length);
        if (text == null) {
            throw SerializationErrors.of("Body is not UTF-8");
        }
        return text;
    }

    private @Nullable Object header(Member member) {
        Headers headers = request.http().headers();
        return headers.contains(member.locationName())
                ? HeaderValues.parse(member, headers.all(member.locationName()))
                : null;
    }

    /** Names without their prefix in lower case, since headers know no case and S3 lists its metadata so. */
    private @Nullable Object prefixHeaders(Member member) {
        String prefix = member.locationName().toLowerCase(Locale.ROOT);
        Map<String, String> found = new LinkedHashMap<>();
        request.http().headers().forEach((name, value) -> {
            if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                found.merge(name.substring(prefix.length()).toLowerCase(Locale.ROOT), value, (a, b) -> a + "," + b);
            }
        });
        return found.isEmpty() ? null : Collections.unmodifiableMap(found);
    }

    private @Nullable Object label(Member member) {
        String text = request.labels().get(member.locationName());
        return text == null ? null : TextValues.parse(member.target(), text, formatOf(member));
    }

    private @Nullable Object queryParameter(Member member) {
        List<String> values = query().get(member.locationName());
        if (values == null) {
            return null;
        }
        if (member.target() instanceof ListSchema list) {
            List<Object> elements = new ArrayList<>(values.size());
            for (String value : values) {
                elements.add(TextValues.parse(list.element().target(), value, formatOf(list.element())));
            }
            return Collections.unmodifiableList(elements);
        }
        return TextValues.parse(member.target(), values.get(0), formatOf(member));
    }

    /** All parameters, those included that members of their own take. */
    private @Nullable Object queryParameters(Member member) {
        if (query().isEmpty()) {
            return null;
        }
        boolean lists = ((MapSchema) member.target()).value().target() instanceof ListSchema;
        Map<String, Object> all = new LinkedHashMap<>();
        query().forEach((name, values) -> all.put(name, lists ? Collections.unmodifiableList(values) : values.get(0)));
        return Collections.unmodifiableMap(all);
    }

    private Map<String, List<String>> query() {
        Map<String, List<String>> parsed = query;
        if (parsed == null) {
            parsed = QueryString.parse(request.http().query());
            query = parsed;
        }
        return parsed;
    }

    private static TimestampFormat formatOf(Member member) {
        TimestampFormat stated = member.timestampFormat();
        return stated == null ? TimestampFormat.DATE_TIME : stated;
    }
}
