package io.vaportrail.core.json;

import io.vaportrail.schema.Blob;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes of messages of SQS and SNS, as routes outside the AWS protocols show them. */
public final class AttributeJson {
    private AttributeJson() {}

    /** The type with the value as {@code StringValue}, or in Base64 as {@code BinaryValue}. */
    public static Map<String, Object> of(String dataType, @Nullable String text, @Nullable Blob bytes) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("DataType", dataType);
        if (text != null) {
            shown.put("StringValue", text);
        }
        if (bytes != null) {
            shown.put("BinaryValue", bytes.toBase64());
        }
        return shown;
    }
}
