/**
 * Passwords for the console and credentials of single services. Start with {@link io.vaportrail.identity.iam.credential.LoginProfileOperations}.
 */
@NullMarked
package io.vaportrail.identity.iam.credential;

import org.jspecify.annotations.NullMarked;
