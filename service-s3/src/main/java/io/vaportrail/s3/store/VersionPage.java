package io.vaportrail.s3.store;

import java.util.List;

/**
 * One page of versions.
 *
 * @param versions versions and delete markers by key, the newest of a key first
 * @param commonPrefixes in order
 * @param lastKey the last key or common prefix of the page, empty for none
 * @param lastVersion the last version of the page, empty after a common prefix
 * @param truncated whether there is more
 */
public record VersionPage(
        List<Listed> versions, List<String> commonPrefixes, String lastKey, String lastVersion, boolean truncated) {
    /**
     * A version in the list.
     *
     * @param version the version
     * @param latest whether it is the newest of its key
     */
    public record Listed(ObjectVersion version, boolean latest) {}
}
