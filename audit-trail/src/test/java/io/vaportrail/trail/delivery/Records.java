package io.vaportrail.trail.delivery;

import io.vaportrail.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records of log files, parsed. */
@SuppressWarnings("unchecked") // JSON has no types
public final class Records {
    private Records() {}

    public static Map<String, @Nullable Object> parse(String json) {
        return Objects.requireNonNull(Json.readObject(json), json);
    }

    /** The records of all log files of a region or anything else in the key, in the order of keys and within files. */
    public static List<Map<String, @Nullable Object>> in(Aws aws, String containing) {
        return aws.s3.keys(containing).stream()
                .filter(key -> !key.contains("CloudTrail-Digest"))
                .flatMap(key -> ((List<Map<String, @Nullable Object>>)
                                Objects.requireNonNull(parse(aws.s3.text(key)).get("Records")))
                        .stream())
                .toList();
    }

    /** The names of all events delivered. */
    public static List<String> names(Aws aws) {
        return names(aws, "");
    }

    public static List<String> names(Aws aws, String containing) {
        return in(aws, containing).stream()
                .map(record -> String.valueOf(record.get("eventName")))
                .toList();
    }
}
