/** Lines that are written to log groups and buckets, in order and a few at a time. Start with {@link io.vaportrail.sns.feed.LineFeed}. */
@NullMarked
package io.vaportrail.sns.feed;

import org.jspecify.annotations.NullMarked;
