package io.vaportrail.core.protocol.rest;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.schema.Location;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Struct;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the members of an output or error that stand in headers and the status code. */
final class ResponseWriter {
    private static final int PARTIAL_CONTENT = 206;

    private ResponseWriter() {}

    /** The status that the output states, or else that of a part where it is one, or else the model's. */
    static int status(Struct output, int modelled) {
        List<Member> members = output.schema().members();
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).location() == Location.STATUS_CODE && output.get(i) instanceof Integer stated) {
                return stated;
            }
            if (members.get(i).locationName().equals("Content-Range")
                    && members.get(i).location() == Location.HEADER
                    && output.get(i) != null) {
                return PARTIAL_CONTENT;
            }
        }
        return modelled;
    }

    /** Adds the headers; those that have a member of their own go before those of a prefix. */
    static void headers(Struct output, HttpResponse into) {
        List<Member> members = output.schema().members();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            Object value = member.location() == Location.HEADER ? valueOf(output, member) : null;
            if (value != null) {
                into.header(member.locationName(), HeaderValues.format(member, value));
            }
        }
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (member.location() == Location.PREFIX_HEADERS && output.get(i) instanceof Map<?, ?> map) {
                prefixHeaders(member.locationName(), map, into);
            }
        }
    }

    /** The value of a member, or its default. */
    static @Nullable Object valueOf(Struct output, Member member) {
        Object value = output.get(member.index());
        return value == null ? member.defaultValue() : value;
    }

    private static void prefixHeaders(String prefix, Map<?, ?> map, HttpResponse into) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = prefix + entry.getKey();
            if (entry.getValue() instanceof String value && into.header(name) == null) {
                into.header(name, value);
            }
        }
    }
}
