package io.vaportrail.sns.status;

import io.vaportrail.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a delivery status log.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/topics-attrib.html">Message delivery status</a>
 */
final class StatusRecord {
    /** As {@code 2026-01-26 23:07:39.54}: no zeros at the end, but one digit. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.MILLI_OF_SECOND, 1, 3, true)
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Map<String, @Nullable Object> notification = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> delivery = new LinkedHashMap<>();

    /**
     * A record that begins.
     *
     * @param topicArn or {@code null} for a message without a topic
     */
    StatusRecord(String messageId, @Nullable String topicArn, @Nullable String message, long publishedMillis) {
        if (message != null) {
            notification.put("messageMD5Sum", md5(message));
        }
        notification.put("messageId", messageId);
        if (topicArn != null) {
            notification.put("topicArn", topicArn);
        }
        notification.put("timestamp", TIME.format(Instant.ofEpochMilli(publishedMillis)));
    }

    /** A member of {@code delivery}. */
    StatusRecord with(String name, Object value) {
        delivery.put(name, value);
        return this;
    }

    String end(boolean success) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("notification", notification);
        all.put("delivery", delivery);
        all.put("status", success ? "SUCCESS" : "FAILURE");
        return Json.write(all);
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("MD5: missing (expected: in every Java runtime)", e);
        }
    }
}
