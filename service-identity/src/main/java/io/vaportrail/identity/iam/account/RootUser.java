package io.vaportrail.identity.iam.account;

import java.time.Instant;

/** What the emulator says of the root of an account. */
public final class RootUser {
    /** When it was created: long ago, since accounts are not created here. */
    public static final Instant CREATED = Instant.parse("2011-01-01T00:00:00Z");

    private RootUser() {}
}
