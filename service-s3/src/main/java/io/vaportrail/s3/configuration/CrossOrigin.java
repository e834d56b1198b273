package io.vaportrail.s3.configuration;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.model.s3.CORSConfiguration;
import io.vaportrail.model.s3.CORSRule;
import io.vaportrail.s3.CorsErrors;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.BucketSettings.Document;
import io.vaportrail.s3.store.Buckets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What web pages may do with a bucket: what the first of its CORS rules allows that fits origin, method and headers.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html">Elements of a CORS configuration</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTOPTIONSobject.html">OPTIONS object</a>
 */
public final class CrossOrigin {
    private static final String ORIGIN = "Origin";
    private static final String METHOD = "Access-Control-Request-Method";
    private static final String HEADERS = "Access-Control-Request-Headers";

    private final Buckets buckets;

    /** The rules of these buckets. */
    public CrossOrigin(Buckets buckets) {
        this.buckets = buckets;
    }

    /** Whether some rule lets the page that the request comes from send it. */
    public boolean admits(HttpRequest request, Map<String, String> labels) {
        return rule(request, labels) != null;
    }

    /** Tells the browser which of its pages may see the answer. */
    public void addHeaders(HttpRequest request, Map<String, String> labels, HttpResponse response) {
        String origin = request.header(ORIGIN);
        CORSRule rule = origin == null ? null : rule(request, labels);
        if (origin != null && rule != null) {
            allow(rule, origin, response);
        }
    }

    /**
     * Answers whether a page may send what it is about to.
     *
     * @throws io.vaportrail.schema.ServiceException when it may not
     */
    public HttpResponse answerToPreflight(HttpRequest preflight, Map<String, String> labels) {
        String origin = preflight.header(ORIGIN);
        if (origin == null) {
            throw CorsErrors.badRequest("Insufficient information. Origin request header needed.");
        }
        String method = preflight.header(METHOD);
        if (method == null || !BucketCors.METHODS.contains(method)) {
            throw CorsErrors.badRequest("Invalid Access-Control-Request-Method: " + method);
        }
        String type = labels.containsKey("Key") ? "OBJECT" : "BUCKET";
        Bucket bucket = bucketOf(labels);
        if (bucket == null) {
            throw CorsErrors.forbidden("Bucket not found", method, type);
        }
        if (rulesOf(bucket).isEmpty()) {
            throw CorsErrors.forbidden("CORS is not enabled for this bucket.", method, type);
        }
        List<String> headers = headersOf(preflight);
        CORSRule rule = find(bucket, origin, method, headers);
        if (rule == null) {
            throw CorsErrors.forbidden(
                    "This CORS request is not allowed. This is usually because the evalution of Origin, request method /"
                            + " Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the"
                            + " resource's CORS spec.",
                    method,
                    type);
        }
        HttpResponse response = HttpResponse.of(200);
        allow(rule, origin, response);
        if (!headers.isEmpty()) {
            response.header("Access-Control-Allow-Headers", String.join(", ", headers));
        }
        return response;
    }

    private @Nullable CORSRule rule(HttpRequest request, Map<String, String> labels) {
        String origin = request.header(ORIGIN);
        Bucket bucket = bucketOf(labels);
        return origin == null || bucket == null ? null : find(bucket, origin, request.method(), List.of());
    }

    private @Nullable Bucket bucketOf(Map<String, String> labels) {
        String name = labels.get("Bucket");
        return name == null ? null : buckets.find(name);
    }

    private static List<CORSRule> rulesOf(Bucket bucket) {
        return bucket.settings().document(Document.CORS) instanceof CORSConfiguration configuration
                ? configuration.corsRules()
                : List.of();
    }

    private static @Nullable CORSRule find(Bucket bucket, String origin, String method, List<String> headers) {
        for (CORSRule rule : rulesOf(bucket)) {
            if (rule.allowedMethods().contains(method)
                    && matchesAny(rule.allowedOrigins(), origin)
                    && allowsHeaders(rule, headers)) {
                return rule;
            }
        }
        return null;
    }

    private static boolean allowsHeaders(CORSRule rule, List<String> headers) {
        List<String> allowed = new ArrayList<>();
        orNone(rule.allowedHeaders()).forEach(header -> allowed.add(header.toLowerCase(Locale.ROOT)));
        for (String header : headers) {
            if (!matchesAny(allowed, header)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesAny(List<String> patterns, String text) {
        for (String pattern : patterns) {
            if (matches(pattern, text)) {
                return true;
            }
        }
        return false;
    }

    /** A pattern has one asterisk at most, which stands for any text. */
    private static boolean matches(String pattern, String text) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(text);
        }
        String end = pattern.substring(star + 1);
        return text.length() >= pattern.length() - 1
                && text.startsWith(pattern.substring(0, star))
                && text.endsWith(end);
    }

    private static List<String> headersOf(HttpRequest preflight) {
        List<String> names = new ArrayList<>();
        String sent = preflight.header(HEADERS);
        for (String name : sent == null ? new String[0] : sent.split(",", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static void allow(CORSRule rule, String origin, HttpResponse response) {
        boolean anyone = rule.allowedOrigins().contains("*");
        response.header("Access-Control-Allow-Origin", anyone ? "*" : origin)
                .header("Access-Control-Allow-Methods", String.join(", ", rule.allowedMethods()));
        List<String> exposed = orNone(rule.exposeHeaders());
        if (!exposed.isEmpty()) {
            response.header("Access-Control-Expose-Headers", String.join(", ", exposed));
        }
        if (rule.maxAgeSeconds() != null) {
            response.header("Access-Control-Max-Age", rule.maxAgeSeconds().toString());
        }
        if (!anyone) {
            response.header("Access-Control-Allow-Credentials", "true");
        }
        response.header("Vary", "Origin, " + HEADERS + ", " + METHOD);
    }

    private static List<String> orNone(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
