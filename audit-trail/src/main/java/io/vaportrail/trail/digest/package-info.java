/**
 * Log file validation: digest files, hourly, chained and signed, and the keys that prove it. Start with
 * {@link io.vaportrail.trail.digest.DigestLog}.
 */
@NullMarked
package io.vaportrail.trail.digest;

import org.jspecify.annotations.NullMarked;
