/** What SNS keeps: topics, their subscriptions, and all else of an account in a region. Start with {@link io.vaportrail.sns.store.Topics}. */
@NullMarked
package io.vaportrail.sns.store;

import org.jspecify.annotations.NullMarked;
