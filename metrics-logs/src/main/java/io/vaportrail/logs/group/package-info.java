/** Operations on log groups. Start with {@link io.vaportrail.logs.group.CreateLogGroup}. */
@NullMarked
package io.vaportrail.logs.group;

import org.jspecify.annotations.NullMarked;
