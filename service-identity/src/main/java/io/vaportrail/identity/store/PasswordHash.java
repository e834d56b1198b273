package io.vaportrail.identity.store;

import io.vaportrail.core.random.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A password that cannot be read back: SHA-256 over a salt and the password. Nobody signs in with it; it is compared alone. */
public final class PasswordHash {
    private static final int SALT_BYTES = 16;

    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(byte[] salt, byte[] hash) {
        this.salt = salt;
        this.hash = hash;
    }

    /** Hashes a password. */
    public static PasswordHash of(String password, Ids ids) {
        byte[] salt = new byte[SALT_BYTES];
        ids.nextSecureBytes(salt);
        return new PasswordHash(salt, hash(salt, password));
    }

    /** Whether this is the password. */
    public boolean matches(String password) {
        return MessageDigest.isEqual(hash, hash(salt, password));
    }

    private static byte[] hash(byte[] salt, String password) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: missing (expected: part of every Java platform)", e);
        }
    }
}
