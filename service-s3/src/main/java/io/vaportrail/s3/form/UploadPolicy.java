package io.vaportrail.s3.form;

import io.vaportrail.core.json.Json;
import io.vaportrail.s3.FormErrors;
import io.vaportrail.s3.S3Errors;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the signer of a form lets its users upload, and until when.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html">POST policy</a>
 */
final class UploadPolicy {
    /** Fields that a policy need not speak of. */
    private static final Set<String> EXEMPT = Set.of("policy", "x-amz-signature", "signature", "awsaccesskeyid");

    private static final String IGNORED = "x-ignore-";
    private static final String CONDITION_FAILED = "Policy Condition failed: ";
    private static final String BAD_CONDITION = "Invalid JSON.";

    private final FormUpload upload;
    private final String bucket;
    private final Set<String> mentioned = new HashSet<>();

    private UploadPolicy(FormUpload upload, String bucket) {
        this.upload = upload;
        this.bucket = bucket;
    }

    /** Refuses an upload that its policy does not allow; one without a policy is anybody's. */
    static void check(FormUpload upload, String bucket, Instant now) {
        String encoded = upload.field("policy");
        if (encoded != null) {
            new UploadPolicy(upload, bucket).check(document(encoded), now);
        }
    }

    private static Map<String, @Nullable Object> document(String encoded) {
        Map<String, @Nullable Object> document;
        try {
            document = Json.readObject(new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw FormErrors.invalidPolicyDocument("Invalid Base64 encoding.");
        }
        if (document == null) {
            throw FormErrors.invalidPolicyDocument("Invalid JSON.");
        }
        return document;
    }

    private void check(Map<String, @Nullable Object> document, Instant now) {
        if (!(document.get("expiration") instanceof String expiration)) {
            throw FormErrors.invalidPolicyDocument("Policy missing expiration.");
        }
        if (!(document.get("conditions") instanceof List<?> conditions)) {
            throw FormErrors.invalidPolicyDocument("Policy missing conditions.");
        }
        if (!now.isBefore(time(expiration))) {
            throw FormErrors.refusedByPolicy("Policy expired.");
        }
        for (Object condition : conditions) {
            if (condition instanceof Map<?, ?> equalities) {
                equalities.forEach((name, value) -> compare("eq", "$" + name, text(value)));
            } else if (condition instanceof List<?> triple && triple.size() == 3) {
                apply(text(triple.get(0)), triple);
            } else {
                throw FormErrors.invalidPolicyDocument(BAD_CONDITION);
            }
        }
        for (String field : upload.fields().keySet()) {
            if (!mentioned.contains(field) && !EXEMPT.contains(field) && !field.startsWith(IGNORED)) {
                throw FormErrors.refusedByPolicy("Extra input fields: " + field);
            }
        }
    }

    private static Instant time(String expiration) {
        try {
            return OffsetDateTime.parse(expiration).toInstant();
        } catch (DateTimeParseException e) {
            throw FormErrors.invalidPolicyDocument("Invalid 'expiration' value: '" + expiration + "'");
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String || value instanceof Number) {
            return value.toString();
        }
        throw FormErrors.invalidPolicyDocument(BAD_CONDITION);
    }

    private void apply(String operator, List<?> condition) {
        switch (operator.toLowerCase(Locale.ROOT)) {
            case "eq", "starts-with" ->
                compare(operator.toLowerCase(Locale.ROOT), text(condition.get(1)), text(condition.get(2)));
            case "content-length-range" -> checkLength(condition.get(1), condition.get(2));
            default -> throw FormErrors.invalidPolicyDocument(BAD_CONDITION);
        }
    }

    private void compare(String operator, String variable, String wanted) {
        if (!variable.startsWith("$")) {
            throw FormErrors.invalidPolicyDocument(BAD_CONDITION);
        }
        String name = variable.substring(1).toLowerCase(Locale.ROOT);
        mentioned.add(name);
        String actual = name.equals("bucket") ? bucket : upload.field(name);
        boolean fits = operator.equals("eq")
                ? wanted.equals(actual)
                : startsWith(name, actual == null && wanted.isEmpty() ? "" : actual, wanted);
        if (!fits) {
            throw FormErrors.refusedByPolicy(
                    CONDITION_FAILED + "[\"" + operator + "\", \"" + variable + "\", \"" + wanted + "\"]");
        }
    }

    /** Each of several content types must begin so. */
    private static boolean startsWith(String name, @Nullable String actual, String prefix) {
        if (actual == null) {
            return false;
        }
        if (!name.equals("content-type")) {
            return actual.startsWith(prefix);
        }
        for (String type : actual.split(",", -1)) {
            if (!type.strip().startsWith(prefix)) {
                return false;
            }
        }
        return true;
    }

    private void checkLength(@Nullable Object least, @Nullable Object most) {
        long size = upload.file().length;
        long min = number(least);
        long max = number(most);
        if (size < min) {
            throw FormErrors.uploadTooSmall(size, min);
        }
        if (size > max) {
            throw S3Errors.entityTooLarge(size, max);
        }
    }

    private static long number(@Nullable Object value) {
        try {
            return value instanceof Number number ? number.longValue() : Long.parseLong(text(value));
        } catch (NumberFormatException e) {
            throw FormErrors.invalidPolicyDocument(BAD_CONDITION);
        }
    }
}
