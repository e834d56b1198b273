/** The policy simulator, seen through SDK clients. */
@NullMarked
package io.vaportrail.conformance.iam.simulate;

import org.jspecify.annotations.NullMarked;
