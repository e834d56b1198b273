package io.vaportrail.s3.configuration;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.s3.CORSConfiguration;
import io.vaportrail.model.s3.CORSRule;
import io.vaportrail.model.s3.DeleteBucketCorsRequest;
import io.vaportrail.model.s3.GetBucketCorsOutput;
import io.vaportrail.model.s3.GetBucketCorsRequest;
import io.vaportrail.model.s3.PutBucketCorsRequest;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.S3Limits;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.BucketSettings.Document;
import io.vaportrail.s3.store.Buckets;
import io.vaportrail.schema.Unit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * PutBucketCors, GetBucketCors, DeleteBucketCors. The rules hold for the requests of browsers: {@link CrossOrigin}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html">PutBucketCors</a>
 */
final class BucketCors {
    /** What rules can allow. */
    static final Set<String> METHODS = Set.of("GET", "PUT", "HEAD", "POST", "DELETE");

    private final BucketFinder finder;
    private final Buckets buckets;

    BucketCors(BucketFinder finder, Buckets buckets) {
        this.finder = finder;
        this.buckets = buckets;
    }

    Unit put(PutBucketCorsRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        List<CORSRule> rules = input.corsConfiguration().corsRules();
        if (rules.isEmpty() || rules.size() > S3Limits.CORS_RULES) {
            throw S3Errors.malformedXml();
        }
        rules.forEach(BucketCors::check);
        bucket.settings().setDocument(Document.CORS, input.corsConfiguration());
        buckets.report(bucket);
        return Unit.INSTANCE;
    }

    private static void check(CORSRule rule) {
        if (rule.allowedMethods().isEmpty() || rule.allowedOrigins().isEmpty()) {
            throw S3Errors.malformedXml();
        }
        for (String method : rule.allowedMethods()) {
            if (!METHODS.contains(method)) {
                throw S3Errors.invalidRequest(
                        "Found unsupported HTTP method in CORS config. Unsupported method is " + method);
            }
        }
        rule.allowedOrigins().forEach(origin -> checkWildcards("AllowedOrigin", origin));
        orNone(rule.allowedHeaders()).forEach(header -> checkWildcards("AllowedHeader", header));
        for (String header : orNone(rule.exposeHeaders())) {
            if (header.indexOf('*') >= 0) {
                throw S3Errors.invalidRequest("ExposeHeader \"" + header
                        + "\" contains wildcard. We currently do not support wildcard for ExposeHeader.");
            }
        }
    }

    private static void checkWildcards(String element, String value) {
        if (value.indexOf('*') != value.lastIndexOf('*')) {
            throw S3Errors.invalidRequest(element + " \"" + value + "\" can not have more than one wildcard.");
        }
    }

    private static List<String> orNone(@Nullable List<String> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    GetBucketCorsOutput get(GetBucketCorsRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        if (!(bucket.settings().document(Document.CORS) instanceof CORSConfiguration configuration)) {
            throw S3Errors.notConfigured(
                    "NoSuchCORSConfiguration", "The CORS configuration does not exist", bucket.name());
        }
        return GetBucketCorsOutput.builder()
                .corsRules(configuration.corsRules())
                .build();
    }

    Unit delete(DeleteBucketCorsRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        bucket.settings().setDocument(Document.CORS, null);
        buckets.report(bucket);
        return Unit.INSTANCE;
    }
}
