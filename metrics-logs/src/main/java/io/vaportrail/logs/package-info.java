/** Amazon CloudWatch Logs: groups, streams, filters and queries. */
@NullMarked
package io.vaportrail.logs;

import org.jspecify.annotations.NullMarked;
