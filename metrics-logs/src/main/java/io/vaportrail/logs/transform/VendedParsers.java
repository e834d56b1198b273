package io.vaportrail.logs.transform;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.vaportrail.core.json.Json;
import io.vaportrail.logs.store.VendedFields;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parsers for logs that AWS's services vend.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-BuiltIn.html">Built-in
 *     processors for AWS vended logs</a>
 */
final class VendedParsers {
    private static final List<String> VPC = List.of(
            "version",
            "accountId",
            "interfaceId",
            "srcAddr",
            "dstAddr",
            "srcPort",
            "dstPort",
            "protocol",
            "packets",
            "bytes",
            "start",
            "end",
            "action",
            "logStatus");
    private static final Set<String> VPC_NUMBERS =
            Set.of("version", "srcPort", "dstPort", "protocol", "packets", "bytes", "start", "end");

    private static final Set<String> CLOUDFRONT_NUMBERS = Set.of(
            "sc-bytes",
            "sc-status",
            "cs-bytes",
            "time-taken",
            "c-port",
            "time-to-first-byte",
            "sc-content-len",
            "sc-range-start",
            "sc-range-end");

    private static final String POSTGRES =
            "^(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? \\S+?):(.*?):([^:@]*)@([^:]*):\\[(\\d+)\\]:\\s*([A-Z]+\\d?):";
    private static final List<String> POSTGRES_NAMES =
            List.of("logTime", "srcIp", "userName", "dbName", "processId", "logLevel");

    private VendedParsers() {}

    /** {@code parseVPC}: flow logs in the default format. */
    static Step vpc() {
        return event -> event.putAll(null, fields("parseVPC", event, VPC, VPC_NUMBERS, false), true);
    }

    /** {@code parseRoute53}: queries of public hosted zones. */
    static Step route53() {
        return event ->
                event.putAll(null, fields("parseRoute53", event, VendedFields.ROUTE_53, Set.of("version"), true), true);
    }

    /** {@code parseCloudfront}: access logs. */
    static Step cloudfront() {
        return event -> event.putAll(
                null, fields("parseCloudfront", event, VendedFields.CLOUDFRONT, CLOUDFRONT_NUMBERS, true), true);
    }

    private static Map<String, Object> fields(
            String parser, Document event, List<String> names, Set<String> numbers, boolean encoded)
            throws TransformException {
        String[] values = event.text(KeyPath.MESSAGE).strip().split("\\s+", -1);
        if (values.length != names.size()) {
            throw new TransformException(parser + ": " + values.length + " fields (expected: " + names.size() + ")");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            String value = encoded ? decoded(values[i]) : values[i];
            Number number = numbers.contains(names.get(i)) ? Conversions.number(value) : null;
            fields.put(names.get(i), number == null ? value : number);
        }
        return fields;
    }

    /** Percent signs with what follows; a plus stays a plus, and what is malformed stays as it is. */
    private static String decoded(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    /** {@code parsePostgres}: logs of RDS for PostgreSQL with the default prefix. */
    static Step postgres() {
        Pattern pattern = Pattern.compile(POSTGRES);
        return event -> {
            Matcher matcher = pattern.matcher(event.text(KeyPath.MESSAGE));
            if (!matcher.find()) {
                throw new TransformException("parsePostgres: no log line of RDS for PostgreSQL");
            }
            Map<String, String> fields = new LinkedHashMap<>();
            for (int i = 0; i < POSTGRES_NAMES.size(); i++) {
                fields.put(POSTGRES_NAMES.get(i), String.valueOf(matcher.group(i + 1)));
            }
            event.putAll(null, fields, true);
        };
    }

    /** {@code parseWAF}: headers and labels become objects. */
    static Step waf() {
        return event -> {
            Map<String, @Nullable Object> log = Json.readObject(event.text(KeyPath.MESSAGE));
            if (log == null) {
                throw new TransformException("parseWAF: no JSON object");
            }
            event.putAll(null, log, true);
            KeyPath headers = KeyPath.of("httpRequest.headers");
            if (event.get(headers) instanceof List<?> list) {
                event.put(headers, headers(list), true);
            }
            KeyPath labels = KeyPath.of("labels");
            if (event.get(labels) instanceof List<?> list) {
                event.put(labels, labels(list), true);
            }
            event.checkFields();
        };
    }

    private static Map<String, @Nullable Object> headers(List<?> list) {
        Map<String, @Nullable Object> headers = new LinkedHashMap<>();
        for (Object element : list) {
            if (element instanceof Map<?, ?> header && header.get("name") instanceof String name) {
                headers.put(name, header.get("value"));
            }
        }
        return headers;
    }

    private static Map<String, @Nullable Object> labels(List<?> list) {
        Map<String, @Nullable Object> labels = new LinkedHashMap<>();
        for (Object element : list) {
            if (element instanceof Map<?, ?> label) {
                label.forEach((name, value) -> labels.put(String.valueOf(name), value));
            }
        }
        return labels;
    }
}
