/**
 * Access keys. Start with {@link io.vaportrail.identity.iam.key.AccessKeyOperations}.
 */
@NullMarked
package io.vaportrail.identity.iam.key;

import org.jspecify.annotations.NullMarked;
