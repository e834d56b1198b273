/** STS through AWS's SDK: sessions begin, are recognised, recorded and end. Start with {@link AssumedRoleTest}. */
@NullMarked
package io.vaportrail.conformance.sts;

import org.jspecify.annotations.NullMarked;
