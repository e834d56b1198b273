package io.vaportrail.s3.form;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.s3.FormErrors;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.S3Limits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a browser's form brings: fields, and a file as the last of them. Fields behind the file count for nothing.
 *
 * @param fields their values by their names in lower case, the file apart
 * @param file the object's bytes
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html">POST Object</a>
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed on, not compared
public record FormUpload(Map<String, String> fields, byte[] file) {
    private static final String FILE = "file";
    private static final String FILE_NAME = "${filename}";

    /** Whether the request is an upload by a form. */
    public static boolean isOne(HttpRequest request) {
        String type = request.header("Content-Type");
        return request.method().equals("POST")
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /**
     * Reads the form.
     *
     * @throws io.vaportrail.schema.ServiceException when it is none, has no file or no key, or its fields are too long
     */
    public static FormUpload read(HttpRequest request) {
        byte[] body = request.body();
        List<MultipartForm.Part> parts = MultipartForm.upTo(FILE, request.header("Content-Type"), body);
        if (parts == null) {
            throw FormErrors.malformedPost();
        }
        MultipartForm.Part file = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (file == null || !file.name().equalsIgnoreCase(FILE)) {
            throw S3Errors.invalidArgument("POST requires exactly one file upload per request.", FILE, "0");
        }
        if (file.start() > S3Limits.FORM_BYTES) {
            throw FormErrors.formFieldsTooLong();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (MultipartForm.Part part : parts.subList(0, parts.size() - 1)) {
            fields.put(
                    part.name().toLowerCase(Locale.ROOT),
                    new String(body, part.from(), part.to() - part.from(), StandardCharsets.UTF_8));
        }
        String key = fields.get("key");
        if (key == null || key.isEmpty()) {
            throw FormErrors.missingFormField("key");
        }
        fields.put("key", key.replace(FILE_NAME, nameOf(file.fileName())));
        return new FormUpload(fields, Arrays.copyOfRange(body, file.from(), file.to()));
    }

    /** The name of a file without the folders that some browsers put before it. */
    private static String nameOf(@Nullable String path) {
        return path == null ? "" : path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** The key of the new object. */
    public String key() {
        return fields.getOrDefault("key", "");
    }

    /** The value of a field, or {@code null}. */
    public @Nullable String field(String lowerCaseName) {
        return fields.get(lowerCaseName);
    }
}
