/** Tests of lines on their way. */
@NullMarked
package io.vaportrail.sns.feed;

import org.jspecify.annotations.NullMarked;
