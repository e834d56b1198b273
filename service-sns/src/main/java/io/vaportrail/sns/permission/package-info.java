/** Policies of topics. Start with {@link io.vaportrail.sns.permission.TopicPolicy}. */
@NullMarked
package io.vaportrail.sns.permission;

import org.jspecify.annotations.NullMarked;
