package io.vaportrail.s3.listing;

import io.vaportrail.model.s3.CommonPrefix;
import io.vaportrail.s3.S3Errors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How keys stand in listings: as they are, or percent-encoded for those that XML cannot carry.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html">ListObjectsV2, encoding-type</a>
 */
public final class KeyEncoding {
    private static final String PLAIN = "-_.*/";
    private static final KeyEncoding NONE = new KeyEncoding(false);
    private static final KeyEncoding URL = new KeyEncoding(true);

    private final boolean url;

    private KeyEncoding(boolean url) {
        this.url = url;
    }

    /** The encoding asked for. */
    public static KeyEncoding of(@Nullable String type) {
        if (type == null) {
            return NONE;
        } else if (type.equals("url")) {
            return URL;
        }
        throw S3Errors.invalidArgument("Invalid Encoding Method specified in Request", "encoding-type", type);
    }

    /** A key or a part of one. */
    public String encode(String text) {
        return url ? encoded(text) : text;
    }

    /** The same of what may be absent. */
    public @Nullable String encodeIfAny(@Nullable String text) {
        return text == null ? null : encode(text);
    }

    /** Common prefixes as answers list them. */
    public List<CommonPrefix> prefixes(List<String> prefixes) {
        List<CommonPrefix> list = new ArrayList<>(prefixes.size());
        for (String prefix : prefixes) {
            list.add(CommonPrefix.builder().prefix(encode(prefix)).build());
        }
        return list;
    }

    /** As a form encodes it, but for the slash: a space is a plus sign. */
    private static String encoded(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || PLAIN.indexOf(c) >= 0) {
                out.append(c);
            } else if (c == ' ') {
                out.append('+');
            } else {
                out.append('%');
                out.append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                out.append(Character.toUpperCase(Character.forDigit(c & 0xF, 16)));
            }
        }
        return out.toString();
    }
}
