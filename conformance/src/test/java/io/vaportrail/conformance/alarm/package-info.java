/** CloudWatch alarms through AWS's SDK, over HTTP, with the clock moved by hand. */
@NullMarked
package io.vaportrail.conformance.alarm;

import org.jspecify.annotations.NullMarked;
