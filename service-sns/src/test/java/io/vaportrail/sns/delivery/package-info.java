/** Tests of delivery policies. */
@NullMarked
package io.vaportrail.sns.delivery;

import org.jspecify.annotations.NullMarked;
