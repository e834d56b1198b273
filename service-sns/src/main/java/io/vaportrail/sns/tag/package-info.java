/** Tags of topics. Start with {@link io.vaportrail.sns.tag.TagRules}. */
@NullMarked
package io.vaportrail.sns.tag;

import org.jspecify.annotations.NullMarked;
