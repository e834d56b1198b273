/** Tests of subscriptions. */
@NullMarked
package io.vaportrail.sns.subscription;

import org.jspecify.annotations.NullMarked;
