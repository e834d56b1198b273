package io.vaportrail.app.tls;

import io.vaportrail.core.signing.SigningCertificate;
import io.vaportrail.core.time.MachineClock;
import io.vaportrail.core.transport.ServerCertificate;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Makes certificates with Bouncy Castle, all from one authority. Used by one thread at a time. */
final class CertificateMaker {
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final int SERIAL_BITS = 64;
    private static final int RSA_BITS = 2048;
    private static final Duration BACKDATED = Duration.ofDays(1);

    /** Apple's systems refuse servers' certificates that are valid for longer than 825 days. */
    private static final Duration VALID = Duration.ofDays(800);

    private final MachineClock clock;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Authority authority;

    CertificateMaker(MachineClock clock) {
        this.clock = clock;
    }

    /**
     * A new authority and a server's certificate.
     *
     * @param names what the server is called; wildcards of one label are possible
     */
    ServerCertificate make(List<String> names) throws GeneralSecurityException {
        try {
            return signed(names);
        } catch (CertIOException | OperatorCreationException e) {
            throw new GeneralSecurityException("certificate: not made (expected: P-256 and SHA-256 to be there)", e);
        }
    }

    /**
     * A new RSA key for signing messages and its certificate, from the same authority as the server's.
     *
     * @param name the common name, which the certificate holds for, as for all names one label below
     */
    SigningCertificate signing(String name) throws GeneralSecurityException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS, random);
            KeyPair keys = generator.generateKeyPair();
            X509v3CertificateBuilder certificate = builder(
                            authority().name(), new X500Name("CN=" + name), keys.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils()
                                    .createAuthorityKeyIdentifier(authority().certificate()))
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                        new GeneralName(GeneralName.dNSName, name), new GeneralName(GeneralName.dNSName, "*." + name)
                    }));
            return new SigningCertificate(
                    keys.getPrivate(), sign(certificate, authority().keys()));
        } catch (CertIOException | OperatorCreationException e) {
            throw new GeneralSecurityException("certificate: not made (expected: RSA and SHA-256 to be there)", e);
        }
    }

    /** The authority: whatever it signs holds for those who trust it. */
    private record Authority(X500Name name, KeyPair keys, X509Certificate certificate) {}

    private Authority authority() throws GeneralSecurityException, CertIOException, OperatorCreationException {
        if (authority == null) {
            KeyPair keys = newKeys();
            X500Name name =
                    new X500Name("CN=Vaportrail local authority " + newSerial().toString(36));
            X509v3CertificateBuilder certificate = builder(name, name, keys.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            authority = new Authority(name, keys, sign(certificate, keys));
        }
        return authority;
    }

    private ServerCertificate signed(List<String> names)
            throws GeneralSecurityException, CertIOException, OperatorCreationException {
        Authority issuer = authority();
        KeyPair serverKeys = newKeys();
        X509Certificate server = sign(
                builder(issuer.name(), new X500Name("CN=localhost"), serverKeys.getPublic())
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                        .addExtension(
                                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                        .addExtension(
                                Extension.authorityKeyIdentifier,
                                false,
                                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.certificate()))
                        .addExtension(Extension.subjectAlternativeName, false, alternatives(names)),
                issuer.keys());
        return new ServerCertificate(serverKeys.getPrivate(), List.of(server, issuer.certificate()));
    }

    private static GeneralNames alternatives(List<String> names) {
        Stream<GeneralName> dns = names.stream().map(name -> new GeneralName(GeneralName.dNSName, name));
        Stream<GeneralName> addresses =
                Stream.of("127.0.0.1", "::1").map(address -> new GeneralName(GeneralName.iPAddress, address));
        return new GeneralNames(Stream.concat(dns, addresses).toArray(GeneralName[]::new));
    }

    private X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, PublicKey key) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        return new JcaX509v3CertificateBuilder(
                issuer, newSerial(), Date.from(now.minus(BACKDATED)), Date.from(now.plus(VALID)), subject, key);
    }

    private static X509Certificate sign(X509v3CertificateBuilder certificate, KeyPair signer)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(certificate.build(new JcaContentSignerBuilder(SIGNATURE).build(signer.getPrivate())));
    }

    private KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private BigInteger newSerial() {
        return new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE);
    }
}
