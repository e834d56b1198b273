package io.vaportrail.app.tls;

import io.vaportrail.core.signing.SigningCertificate;
import io.vaportrail.core.signing.SigningCertificates;
import io.vaportrail.core.time.MachineClock;
import io.vaportrail.core.transport.CertificateSource;
import io.vaportrail.core.transport.ServerCertificate;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * An authority of this process's own, and the server's certificate signed by it; both are forgotten when the process ends. Made when
 * first asked for: until then none of the classes is loaded that it takes.
 */
public final class LocalAuthority implements CertificateSource, SigningCertificates {
    private final MachineClock clock;
    private final @Nullable String publicUrl;
    private final @Nullable String signingUrl;
    private @Nullable CertificateMaker maker;
    private @Nullable ServerCertificate made;

    /**
     * An authority that has made nothing yet.
     *
     * @param clock the machine's clock
     * @param publicUrl the address that clients use, or {@code null}
     * @param signingUrl the address that messages name for their signing certificate, or {@code null}
     */
    public LocalAuthority(MachineClock clock, @Nullable String publicUrl, @Nullable String signingUrl) {
        this.signingUrl = signingUrl;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @Override
    public synchronized ServerCertificate certificate() throws GeneralSecurityException {
        if (made == null) {
            made = maker().make(ServerNames.dnsNames(MachineName.find(), publicUrl, signingUrl));
        }
        return made;
    }

    @Override
    public synchronized SigningCertificate issue(String name) throws GeneralSecurityException {
        return maker().signing(name);
    }

    private CertificateMaker maker() {
        if (maker == null) {
            maker = new CertificateMaker(clock);
        }
        return maker;
    }
}
