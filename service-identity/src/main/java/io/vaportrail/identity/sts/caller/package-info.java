/** Questions about callers, keys and messages. Start with {@link io.vaportrail.identity.sts.caller.GetCallerIdentity}. */
@NullMarked
package io.vaportrail.identity.sts.caller;

import org.jspecify.annotations.NullMarked;
