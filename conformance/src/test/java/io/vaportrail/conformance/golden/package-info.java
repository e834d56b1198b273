/**
 * Whole records of real calls over HTTPS, beside files that show them, and against rules that hold for every record of CloudTrail.
 * Start with {@link io.vaportrail.conformance.golden.GoldenRecordsTest}.
 */
@NullMarked
package io.vaportrail.conformance.golden;

import org.jspecify.annotations.NullMarked;
