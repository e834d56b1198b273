/** Tests of filter policies. */
@NullMarked
package io.vaportrail.sns.filter;

import org.jspecify.annotations.NullMarked;
