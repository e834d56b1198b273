/**
 * AWS Identity and Access Management, by feature. Start with {@link io.vaportrail.identity.iam.IamModule}.
 */
@NullMarked
package io.vaportrail.identity.iam;

import org.jspecify.annotations.NullMarked;
