package io.vaportrail.s3.form;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.service.Call;
import io.vaportrail.s3.FormErrors;
import io.vaportrail.s3.Members;
import io.vaportrail.s3.ObjectAddress;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.schema.Struct;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Forms as requests to store an object, and the answers that they ask for. */
public final class Forms {
    private static final Set<String> PLAIN_HEADERS = Set.of(
            "cache-control",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-md5",
            "content-type",
            "expires");

    /** Fields that sign the form rather than describe the object. */
    private static final Set<String> SIGNING =
            Set.of("x-amz-algorithm", "x-amz-credential", "x-amz-date", "x-amz-signature");

    /** Headers of the request that speak of the form. */
    private static final Set<String> OF_THE_FORM = Set.of("content-length", "content-type", "authorization");

    private Forms() {}

    /**
     * The request with fields as headers and the file as its body.
     *
     * @throws io.vaportrail.schema.ServiceException when the form cannot be read
     */
    public static HttpRequest asPut(HttpRequest http) {
        FormUpload upload = FormUpload.read(http);
        Map<String, String> headers = new LinkedHashMap<>();
        http.headers().forEach((name, value) -> {
            if (!OF_THE_FORM.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, value);
            }
        });
        upload.fields().forEach((name, value) -> {
            String header = header(name);
            if (header != null) {
                headers.put(header, value);
            }
        });
        String authorization = authorization(upload);
        if (authorization != null) {
            headers.put("Authorization", authorization);
        }
        String bucket = http.path().endsWith("/") ? http.path() : http.path() + "/";
        return new HttpRequest(
                "PUT", bucket + encoded(upload.key()), null, new FieldHeaders(headers), upload.file(), http.origin());
    }

    private static @Nullable String header(String field) {
        if (field.equals("acl")) {
            return "x-amz-acl";
        }
        boolean describes = PLAIN_HEADERS.contains(field) || field.startsWith("x-amz-") && !SIGNING.contains(field);
        return describes ? field : null;
    }

    private static @Nullable String authorization(FormUpload upload) {
        String credential = upload.field("x-amz-credential");
        if (credential != null) {
            return "AWS4-HMAC-SHA256 Credential=" + credential + ", SignedHeaders=, Signature="
                    + upload.field("x-amz-signature");
        }
        String key = upload.field("awsaccesskeyid");
        return key == null ? null : "AWS " + key + ":" + upload.field("signature");
    }

    /**
     * Refuses a form that is signed without a policy, one that its policy does not allow, and tags, which come as a document here.
     *
     * @param input what is to be stored
     */
    public static void check(HttpRequest form, Struct input, Instant now) {
        FormUpload upload = FormUpload.read(form);
        boolean signed = upload.field("x-amz-signature") != null || upload.field("signature") != null;
        if (signed && upload.field("policy") == null) {
            throw FormErrors.missingFormField("policy");
        }
        if (upload.field("tagging") != null) {
            throw S3Errors.notImplemented("tags in S3's browser forms");
        }
        UploadPolicy.check(upload, String.valueOf(Members.text(input, "Bucket")), now);
    }

    /**
     * The answer in the form that was asked for: to another page, without a body, or with a document.
     *
     * @param labels of the path and the form
     * @param stored what PutObject answers
     */
    public static HttpResponse answer(HttpRequest form, Call call, Map<String, String> labels, HttpResponse stored) {
        FormUpload upload = FormUpload.read(form);
        String bucket = String.valueOf(labels.get("Bucket"));
        String key = encoded(upload.key());
        String eTag = String.valueOf(stored.header("ETag"));
        String named = upload.field("success_action_redirect");
        String redirect = named == null ? upload.field("redirect") : named;
        if (redirect != null && (redirect.startsWith("http://") || redirect.startsWith("https://"))) {
            String separator = redirect.indexOf('?') < 0 ? "?" : "&";
            return with(stored, 303)
                    .header(
                            "Location",
                            redirect + separator + "bucket=" + bucket + "&key=" + key + "&etag=%22"
                                    + eTag.replace("\"", "") + "%22");
        }
        String location = ObjectAddress.of(call, bucket, key);
        String status = upload.field("success_action_status");
        HttpResponse answer = with(stored, "200".equals(status) ? 200 : "201".equals(status) ? 201 : 204)
                .header("Location", location);
        if (!"201".equals(status)) {
            return answer;
        }
        return answer.header("Content-Type", "application/xml")
                .body(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<PostResponse><Location>" + text(location)
                                + "</Location><Bucket>" + bucket + "</Bucket><Key>" + text(upload.key())
                                + "</Key><ETag>"
                                + text(eTag) + "</ETag></PostResponse>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse with(HttpResponse stored, int status) {
        HttpResponse answer = HttpResponse.of(status);
        stored.forEachHeader((name, value) -> {
            if (!name.equalsIgnoreCase("Content-Type")) {
                answer.header(name, value);
            }
        });
        return answer;
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private static String text(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
