/** Topics and their attributes. Start with {@link io.vaportrail.sns.topic.CreateTopic}. */
@NullMarked
package io.vaportrail.sns.topic;

import org.jspecify.annotations.NullMarked;
