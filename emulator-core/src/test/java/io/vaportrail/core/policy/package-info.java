/** Tests of policies. */
@NullMarked
package io.vaportrail.core.policy;

import org.jspecify.annotations.NullMarked;
