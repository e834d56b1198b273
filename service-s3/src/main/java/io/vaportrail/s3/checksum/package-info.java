/**
 * Checksums, and whether bodies are what was sent. Start with {@link io.vaportrail.s3.checksum.BodyIntegrity}.
 */
@NullMarked
package io.vaportrail.s3.checksum;

import org.jspecify.annotations.NullMarked;
