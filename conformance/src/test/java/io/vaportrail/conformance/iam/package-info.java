/** IAM over HTTP, with AWS's SDK. Start with {@link io.vaportrail.conformance.iam.UsersTest}. */
@NullMarked
package io.vaportrail.conformance.iam;

import org.jspecify.annotations.NullMarked;
