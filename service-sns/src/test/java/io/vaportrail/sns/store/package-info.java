/** Tests of what SNS keeps. */
@NullMarked
package io.vaportrail.sns.store;

import org.jspecify.annotations.NullMarked;
