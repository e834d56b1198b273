/** CloudWatch Logs as SDK clients see it. Start with {@link io.vaportrail.conformance.logs.LogsTest}. */
@NullMarked
package io.vaportrail.conformance.logs;

import org.jspecify.annotations.NullMarked;
