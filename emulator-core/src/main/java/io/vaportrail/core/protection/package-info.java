/**
 * Sensitive data in texts: what is found, and how it is made unreadable. Data protection policies of several services share it. Start
 * with {@link io.vaportrail.core.protection.DataIdentifiers}.
 */
@NullMarked
package io.vaportrail.core.protection;

import org.jspecify.annotations.NullMarked;
