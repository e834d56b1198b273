/**
 * Data protection policies of topics: sensitive data in messages is audited, made unreadable or kept out. Start with {@link
 * io.vaportrail.sns.protection.MessageProtection}.
 */
@NullMarked
package io.vaportrail.sns.protection;

import org.jspecify.annotations.NullMarked;
