/** What is published: checked, accepted and handed to delivery. Start with {@link io.vaportrail.sns.publish.Publish}. */
@NullMarked
package io.vaportrail.sns.publish;

import org.jspecify.annotations.NullMarked;
