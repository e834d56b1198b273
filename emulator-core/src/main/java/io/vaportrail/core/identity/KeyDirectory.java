package io.vaportrail.core.identity;

import org.jspecify.annotations.Nullable;

/** Who holds which access key, as far as IAM and STS have issued some. */
public interface KeyDirectory {
    /** Knows nobody. */
    KeyDirectory EMPTY = new KeyDirectory() {
        @Override
        public @Nullable Caller holderOf(String accessKeyId) {
            return null;
        }

        @Override
        public @Nullable Caller userNamed(String accountId, String userName, String accessKeyId) {
            return null;
        }
    };

    /**
     * The holder of an issued key, or {@code null} when none was issued.
     *
     * @throws RefusedCredentials when the key was issued but is inactive or has expired
     */
    @Nullable Caller holderOf(String accessKeyId);

    /**
     * The session token that calls with an issued key must carry, or {@code null} for a key that needs none. Asked for keys whose
     * holder has a session.
     */
    default @Nullable String sessionTokenOf(String accessKeyId) {
        return null;
    }

    /** The IAM user of this name as the caller with that key, or {@code null} when there is none. */
    @Nullable Caller userNamed(String accountId, String userName, String accessKeyId);
}
