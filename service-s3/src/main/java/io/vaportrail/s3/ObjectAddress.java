package io.vaportrail.s3;

import io.vaportrail.core.service.Call;

/** The address of an object, as the caller addresses its bucket: in the host or in the path. */
public final class ObjectAddress {
    private ObjectAddress() {}

    /**
     * The address.
     *
     * @param encodedKey the key as it stands in a path
     */
    public static String of(Call call, String bucket, String encodedKey) {
        String base = call.origin().baseUrl();
        return base.contains("://" + bucket + ".") ? base + "/" + encodedKey : base + "/" + bucket + "/" + encodedKey;
    }
}
