package io.vaportrail.s3.store;

import java.util.List;

/**
 * One page of a listing.
 *
 * @param objects in order
 * @param commonPrefixes in order
 * @param last the last key or common prefix of the page, empty for none
 * @param truncated whether there is more
 */
public record ListPage(List<ObjectVersion> objects, List<String> commonPrefixes, String last, boolean truncated) {}
