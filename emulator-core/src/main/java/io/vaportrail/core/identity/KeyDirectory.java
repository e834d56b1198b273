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
     * @throws io.vaportrail.schema.ServiceException when the key was issued but is inactive or has expired
     */
    @Nullable Caller holderOf(String accessKeyId);

    /** The IAM user of this name as the caller with that key, or {@code null} when there is none. */
    @Nullable Caller userNamed(String accountId, String userName, String accessKeyId);
}
