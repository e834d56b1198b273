package io.vaportrail.core.routing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Host} header says of the service meant: AWS's own hosts ({@code sqs.us-east-1.amazonaws.com}, {@code
 * us-east-1.queue.amazonaws.com}, {@code BUCKET.s3.us-west-2.amazonaws.com}), and the same under {@code localhost} and {@code
 * localhost.localstack.cloud}.
 *
 * @param endpointPrefix the label that names the service
 * @param bucket the bucket before {@code s3}, or {@code null}
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/rande.html">AWS service endpoints</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html">Virtual hosting of buckets</a>
 */
record HostName(String endpointPrefix, @Nullable String bucket) {
    private static final String S3 = "s3";
    private static final String LOCALHOST = ".localhost";
    private static final int MAX_LENGTH = 255;
    private static final String[] KNOWN_SUFFIXES = {
        ".amazonaws.com", ".amazonaws.com.cn", ".api.aws", ".localhost", ".localhost.localstack.cloud"
    };

    /** What the host says, or {@code null} when it names no service, as {@code localhost} does not. */
    static @Nullable HostName of(@Nullable String header) {
        if (header == null || header.isEmpty() || header.length() > MAX_LENGTH) {
            return null;
        }
        int end = header.lastIndexOf(':');
        boolean port = end >= 0 && header.indexOf(']', end) < 0;
        String host = (port ? header.substring(0, end) : header).toLowerCase(Locale.ROOT);
        if (host.indexOf('.') < 0) {
            return null;
        }
        HostName bucket = ofS3(host);
        return bucket != null || !hasKnownSuffix(host) ? bucket : ofService(host);
    }

    /** {@code s3.…} and {@code BUCKET.s3.…}; a bucket's name may have dots, so that the last such label counts. */
    private static @Nullable HostName ofS3(String host) {
        int end = host.lastIndexOf('.');
        while (end > 0) {
            int start = host.lastIndexOf('.', end - 1) + 1;
            if (isS3(host.substring(start, end))) {
                return new HostName(S3, start == 0 ? null : host.substring(0, start - 1));
            }
            end = start - 1;
        }
        return null;
    }

    private static boolean isS3(String label) {
        if (!label.startsWith(S3)) {
            return false;
        }
        return label.length() == S3.length()
                || label.equals("s3-fips")
                || label.equals("s3-accelerate")
                || isRegion(label, S3.length() + 1);
    }

    /** Whether a region follows, as in {@code s3-us-west-2}: words and a digit between hyphens. */
    private static boolean isRegion(String label, int from) {
        int last = label.length() - 1;
        return label.charAt(from - 1) == '-'
                && last > from
                && label.indexOf('-', from) > 0
                && label.charAt(last - 1) == '-'
                && Character.isDigit(label.charAt(last));
    }

    private static @Nullable HostName ofService(String host) {
        int firstDot = host.indexOf('.');
        int secondDot = host.indexOf('.', firstDot + 1);
        String first = host.substring(0, firstDot);
        String second = host.substring(firstDot + 1, secondDot < 0 ? host.length() : secondDot);
        if (first.equals("queue") || second.equals("queue")) {
            return new HostName("sqs", null);
        }
        return new HostName(withoutDecoration(first.startsWith("vpce-") ? second : first), null);
    }

    /** FIPS endpoints have a suffix, and streams a prefix of their own. */
    private static String withoutDecoration(String label) {
        if (label.endsWith("-fips")) {
            return label.substring(0, label.length() - "-fips".length());
        } else if (label.startsWith("stream-")) {
            return label.substring("stream-".length());
        }
        return label.startsWith("streaming-") ? label.substring("streaming-".length()) : label;
    }

    /**
     * {@code BUCKET.localhost}, to which SDKs lead that are told to call {@code localhost} and address buckets by host, when it names
     * no service; or {@code null}.
     */
    static @Nullable HostName ofLocalBucket(String header) {
        int colon = header.lastIndexOf(':');
        String host = (colon < 0 ? header : header.substring(0, colon)).toLowerCase(Locale.ROOT);
        boolean local = host.endsWith(LOCALHOST) && host.length() > LOCALHOST.length() && host.length() <= MAX_LENGTH;
        return local ? new HostName(S3, host.substring(0, host.length() - LOCALHOST.length())) : null;
    }

    private static boolean hasKnownSuffix(String host) {
        for (String suffix : KNOWN_SUFFIXES) {
            if (host.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }
}
