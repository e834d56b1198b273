package io.vaportrail.conformance.secrecy;

import io.vaportrail.schema.Blob;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.Struct;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of an awsQuery request.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">AWS Query protocol</a>
 */
final class FormParameters {
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private FormParameters() {}

    static Map<String, String> of(Struct input) {
        FormParameters form = new FormParameters();
        form.struct("", input);
        return form.parameters;
    }

    private void struct(String prefix, Struct struct) {
        for (Member member : struct.schema().members()) {
            Object value = struct.get(member.index());
            if (value != null) {
                value(prefix + member.xmlName(), member.target(), member.flattened(), value);
            }
        }
    }

    private void value(String name, Schema schema, boolean flattened, Object value) {
        if (value instanceof Struct struct) {
            struct(name + ".", struct);
        } else if (schema instanceof ListSchema list) {
            String element = flattened ? name : name + "." + list.element().xmlName();
            int number = 1;
            for (Object each : (List<?>) value) {
                value(element + "." + number++, list.element().target(), false, each);
            }
        } else if (schema instanceof MapSchema map) {
            String entry = flattened ? name : name + ".entry";
            int number = 1;
            for (Map.Entry<?, ?> each : ((Map<?, ?>) value).entrySet()) {
                String numbered = entry + "." + number++ + ".";
                parameters.put(numbered + map.key().xmlName(), String.valueOf(each.getKey()));
                value(numbered + map.value().xmlName(), map.value().target(), false, each.getValue());
            }
        } else {
            parameters.put(name, text(value));
        }
    }

    private static String text(Object value) {
        return value instanceof Blob blob ? Base64.getEncoder().encodeToString(blob.toByteArray()) : value.toString();
    }
}
