/** Policies that decide over calls, seen through SDK clients. */
@NullMarked
package io.vaportrail.conformance.iam.enforce;

import org.jspecify.annotations.NullMarked;
