package io.vaportrail.conformance.trails;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.sync.RequestBody;

/** Trails with log file validation, and people who meddle with what they delivered. */
abstract class ValidatedTrailTest extends TrailsTest {
    static final int HOUR_SECONDS = 3_600;

    /** A multi-region trail that delivers a log file in each of so many hours, and a digest after each. */
    void hoursOfWork(String trail, int hours) {
        bucketFor(trail);
        cloudTrail.createTrail(
                r -> r.name(trail).s3BucketName(BUCKET).isMultiRegionTrail(true).enableLogFileValidation(true));
        cloudTrail.startLogging(r -> r.name(trail));
        for (int hour = 0; hour < hours; hour++) {
            createQueue("sarah", "queue-" + hour);
            advance(HOUR_SECONDS);
        }
    }

    /** Puts other contents in the place of a file, with its metadata. */
    void tamper(String key, String contents) {
        Map<String, String> metadata =
                s3.headObject(r -> r.bucket(BUCKET).key(key)).metadata();
        s3.putObject(r -> r.bucket(BUCKET).key(key).metadata(metadata), RequestBody.fromBytes(compressed(contents)));
    }

    void remove(String key) {
        s3.deleteObject(r -> r.bucket(BUCKET).key(key));
    }

    private static byte[] compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
