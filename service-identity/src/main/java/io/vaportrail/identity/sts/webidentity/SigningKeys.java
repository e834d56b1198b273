package io.vaportrail.identity.sts.webidentity;

import io.vaportrail.core.random.Ids;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that tokens are signed with, one for each algorithm. Made when first needed, which takes some tenths of a second. */
final class SigningKeys {
    private static final int RSA_BITS = 2048;
    private static final int P384_BYTES = 48;
    private static final Base64.Encoder BASE_64 = Base64.getUrlEncoder().withoutPadding();

    private final Key rsa;
    private final Key ellipticCurve;

    private record Key(String id, KeyPair pair) {}

    private SigningKeys(Key rsa, Key ellipticCurve) {
        this.rsa = rsa;
        this.ellipticCurve = ellipticCurve;
    }

    static SigningKeys generate(Ids ids) {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(RSA_BITS);
            KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
            curve.initialize(new ECGenParameterSpec("secp384r1"));
            return new SigningKeys(
                    new Key("RSA_" + ids.hex(12), rsa.generateKeyPair()),
                    new Key("EC384_" + ids.hex(12), curve.generateKeyPair()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA and P-384: missing (expected: in every Java runtime)", e);
        }
    }

    /** The key's id, or {@code null} when no key is for the algorithm. */
    @Nullable String keyId(String algorithm) {
        return switch (algorithm) {
            case "RS256" -> rsa.id();
            case "ES384" -> ellipticCurve.id();
            default -> null;
        };
    }

    /** The signature of a token's first two parts. */
    byte[] sign(String algorithm, byte[] signed) {
        boolean isRsa = algorithm.equals("RS256");
        PrivateKey key = (isRsa ? rsa : ellipticCurve).pair().getPrivate();
        try {
            Signature signature = Signature.getInstance(isRsa ? "SHA256withRSA" : "SHA384withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signature: " + algorithm + " failed (expected: a key that fits)", e);
        }
    }

    /** The public keys as a JSON Web Key Set. */
    Map<String, Object> publicKeys() {
        RSAPublicKey rsaKey = (RSAPublicKey) rsa.pair().getPublic();
        ECPublicKey curveKey = (ECPublicKey) ellipticCurve.pair().getPublic();
        Map<String, Object> first = key("RSA", "RS256", rsa.id());
        first.put("n", text(unsigned(rsaKey.getModulus(), RSA_BITS / Byte.SIZE)));
        first.put("e", text(rsaKey.getPublicExponent().toByteArray()));
        Map<String, Object> second = key("EC", "ES384", ellipticCurve.id());
        second.put("crv", "P-384");
        second.put("x", text(unsigned(curveKey.getW().getAffineX(), P384_BYTES)));
        second.put("y", text(unsigned(curveKey.getW().getAffineY(), P384_BYTES)));
        return Map.of("keys", List.of(first, second));
    }

    private static Map<String, Object> key(String type, String algorithm, String id) {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("kty", type);
        key.put("use", "sig");
        key.put("alg", algorithm);
        key.put("kid", id);
        return key;
    }

    private static byte[] unsigned(BigInteger number, int length) {
        byte[] signed = number.toByteArray();
        byte[] bytes = new byte[length];
        int from = Math.max(0, signed.length - length);
        System.arraycopy(signed, from, bytes, length - (signed.length - from), signed.length - from);
        return bytes;
    }

    static String text(byte[] bytes) {
        return BASE_64.encodeToString(bytes);
    }
}
