/** Operations on log streams. Start with {@link io.vaportrail.logs.stream.DescribeLogStreams}. */
@NullMarked
package io.vaportrail.logs.stream;

import org.jspecify.annotations.NullMarked;
