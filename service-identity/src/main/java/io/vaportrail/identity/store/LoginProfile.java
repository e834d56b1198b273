package io.vaportrail.identity.store;

import java.time.Instant;

/**
 * That a user has a password. The password itself is kept nowhere: nobody signs in to a console here.
 *
 * @param createDate when the password was first set
 * @param passwordResetRequired whether the next sign-in must change it
 */
public record LoginProfile(Instant createDate, boolean passwordResetRequired) {}
