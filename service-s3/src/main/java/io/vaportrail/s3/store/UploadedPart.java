package io.vaportrail.s3.store;

import java.time.Instant;

/**
 * A part of an upload that is not complete.
 *
 * @param number 1 to 10,000
 * @param content its bytes; its ETag is the MD5 of these
 * @param lastModified whole seconds
 */
public record UploadedPart(int number, ObjectContent content, Instant lastModified) {}
