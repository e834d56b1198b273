package io.vaportrail.s3;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.s3.checksum.BodyIntegrity;
import io.vaportrail.s3.form.FormUpload;
import io.vaportrail.s3.form.Forms;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Struct;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What every request must stand before its operation sees it: a document must be what was sent, and a presigned address holds for a
 * time, on the emulator's clock.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html">Authenticating requests by query
 *     parameters</a>
 */
final class RequestGate {
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX");

    private final QueryRules rules = new QueryRules();
    private final EmulatorClock clock;

    RequestGate(EmulatorClock clock) {
        this.clock = clock;
    }

    void check(Struct input, Call call) {
        HttpRequest request = call.origin().request();
        if (request == null) {
            return;
        }
        if (FormUpload.isOne(request)) {
            Forms.check(request, input, clock.now());
            return;
        }
        BodyIntegrity.checkAnnouncements(request);
        Member payload = input.schema().payloadMember();
        if (request.body().length > 0 && (payload == null || !payload.streaming())) {
            BodyIntegrity.checkDocument(request);
        }
        String query = request.query();
        if (query == null) {
            return;
        }
        rules.check(call.operation(), query);
        String seconds = parameter(query, "X-Amz-Expires");
        if (seconds != null) {
            checkVersion4(seconds, parameter(query, "X-Amz-Date"));
        } else if (parameter(query, "AWSAccessKeyId") != null) {
            checkVersion2(parameter(query, "Expires"));
        }
    }

    private void checkVersion4(String seconds, @Nullable String date) {
        long lifetime = number(seconds, "X-Amz-Expires should be a number");
        if (lifetime < 0) {
            throw S3Errors.queryParameters("X-Amz-Expires must be non-negative");
        }
        if (lifetime > S3Limits.PRESIGNED_SECONDS) {
            throw S3Errors.queryParameters(
                    "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less"
                            + " than " + S3Limits.PRESIGNED_SECONDS + " seconds");
        }
        try {
            Instant start = Instant.from(BASIC.parse(String.valueOf(date)));
            Instant end = start.plusSeconds(lifetime);
            if (clock.now().isAfter(end)) {
                throw S3Errors.expired(end, clock.now().truncatedTo(ChronoUnit.SECONDS))
                        .detail("X-Amz-Expires", lifetime);
            }
        } catch (DateTimeParseException e) {
            throw S3Errors.queryParameters("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
        }
    }

    private void checkVersion2(@Nullable String expires) {
        if (expires == null) {
            throw S3Errors.accessDenied(
                    "Query-string authentication requires the Signature, Expires and AWSAccessKeyId" + " parameters");
        }
        Instant end =
                Instant.ofEpochSecond(number(expires, "Invalid date (should be seconds since epoch): " + expires));
        if (clock.now().isAfter(end)) {
            throw S3Errors.expired(end, clock.now().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    private static long number(String text, String complaint) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw S3Errors.queryParameters(complaint);
        }
    }

    /** The value of a parameter of which neither name nor value needs decoding. */
    private static @Nullable String parameter(String query, String name) {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name) && pair.length() > name.length() && pair.charAt(name.length()) == '=') {
                return pair.substring(name.length() + 1);
            }
        }
        return null;
    }
}
