/**
 * Groups and who is in them. Start with {@link io.vaportrail.identity.iam.group.GroupOperations}.
 */
@NullMarked
package io.vaportrail.identity.iam.group;

import org.jspecify.annotations.NullMarked;
