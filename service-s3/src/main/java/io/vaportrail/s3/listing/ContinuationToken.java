package io.vaportrail.s3.listing;

import io.vaportrail.s3.S3Errors;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a listing goes on, in a form that nobody takes for a key. */
public final class ContinuationToken {
    private static final byte VERSION = 1;

    private ContinuationToken() {}

    /** The token of what was listed last. */
    public static String of(String last) {
        byte[] text = last.getBytes(StandardCharsets.UTF_8);
        byte[] token =
                ByteBuffer.allocate(text.length + 1).put(VERSION).put(text).array();
        return Base64.getEncoder().encodeToString(token);
    }

    /**
     * What was listed last.
     *
     * @throws io.vaportrail.schema.ServiceException when this is no token
     */
    public static String parse(String token) {
        try {
            byte[] bytes = Base64.getDecoder().decode(token);
            if (bytes.length > 0 && bytes[0] == VERSION) {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, 1, bytes.length - 1))
                        .toString();
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw S3Errors.invalidArgument("The continuation token provided is incorrect", "continuation-token", token);
        }
        throw S3Errors.invalidArgument("The continuation token provided is incorrect", "continuation-token", token);
    }
}
