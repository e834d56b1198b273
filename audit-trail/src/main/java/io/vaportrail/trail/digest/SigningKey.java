package io.vaportrail.trail.digest;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.random.IdsSecureRandom;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;

/** A key that digest files are signed with: RSA of 2048 bits. */
final class SigningKey {
    private static final int BITS = 2048;
    private static final int DER_INTEGER = 0x02;
    private static final int DER_SEQUENCE = 0x30;
    private static final int LONGEST_SHORT_LENGTH = 127;

    private final PrivateKey privateKey;
    private final byte[] publicKey;
    private final String fingerprint;
    private final Instant validFrom;

    private SigningKey(KeyPair pair, Instant validFrom) {
        this.privateKey = pair.getPrivate();
        this.publicKey = pkcs1((RSAPublicKey) pair.getPublic());
        this.fingerprint = Hashes.hex(Hashes.of("MD5").digest(publicKey));
        this.validFrom = validFrom;
    }

    /** Makes a key, which takes some tenths of a second. */
    static SigningKey generate(Ids ids, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS, new IdsSecureRandom(ids));
            return new SigningKey(generator.generateKeyPair(), now);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA: missing (expected: part of every Java)", e);
        }
    }

    /** RSASSA-PKCS1-v1_5 with SHA-256, in lower-case hexadecimal digits. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(DigestFile.ALGORITHM);
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Hashes.hex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signature: failed (expected: a key that signs)", e);
        }
    }

    /** The public key as PKCS #1 has it, DER; not Java's form, which those who validate refuse. */
    byte[] publicKey() {
        return publicKey.clone();
    }

    /** MD5 of the public key, in lower-case hexadecimal digits. */
    String fingerprint() {
        return fingerprint;
    }

    Instant validFrom() {
        return validFrom;
    }

    /** {@code RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER }} (RFC 8017, A.1.1). */
    private static byte[] pkcs1(RSAPublicKey key) {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.writeBytes(der(DER_INTEGER, integer(key.getModulus())));
        members.writeBytes(der(DER_INTEGER, integer(key.getPublicExponent())));
        return der(DER_SEQUENCE, members.toByteArray());
    }

    private static byte[] integer(BigInteger value) {
        return value.toByteArray();
    }

    private static byte[] der(int tag, byte[] contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (contents.length <= LONGEST_SHORT_LENGTH) {
            out.write(contents.length);
        } else {
            byte[] length = BigInteger.valueOf(contents.length).toByteArray();
            int skip = length[0] == 0 ? 1 : 0;
            out.write(LONGEST_SHORT_LENGTH + 1 + length.length - skip);
            out.write(length, skip, length.length - skip);
        }
        out.writeBytes(contents);
        return out.toByteArray();
    }
}
