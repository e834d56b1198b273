/** What calls made through AWS's SDKs leave in the trail, read through CloudTrail and through the emulator's own view. */
@NullMarked
package io.vaportrail.conformance.trail;

import org.jspecify.annotations.NullMarked;
