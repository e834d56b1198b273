/**
 * Users: creating, renaming, reading and deleting them. Start with {@link io.vaportrail.identity.iam.user.UserOperations}.
 */
@NullMarked
package io.vaportrail.identity.iam.user;

import org.jspecify.annotations.NullMarked;
