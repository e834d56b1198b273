/**
 * Roles, service-linked ones among them. Start with {@link io.vaportrail.identity.iam.role.RoleOperations}.
 */
@NullMarked
package io.vaportrail.identity.iam.role;

import org.jspecify.annotations.NullMarked;
