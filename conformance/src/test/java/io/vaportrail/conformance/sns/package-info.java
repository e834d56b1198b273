/** SNS as SDKs see it. Start with {@link io.vaportrail.conformance.sns.SnsTest}. */
@NullMarked
package io.vaportrail.conformance.sns;

import org.jspecify.annotations.NullMarked;
