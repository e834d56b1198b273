/** Data protection: what is masked in events. Start with {@link io.vaportrail.logs.protection.DataProtection}. */
@NullMarked
package io.vaportrail.logs.protection;

import org.jspecify.annotations.NullMarked;
