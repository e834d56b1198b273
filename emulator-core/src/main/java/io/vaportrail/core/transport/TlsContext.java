package io.vaportrail.core.transport;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The TLS context, made on a thread of its own when the first client speaks TLS. */
final class TlsContext {
    private final CertificateSource certificates;
    private @Nullable CompletableFuture<SslContext> context;

    TlsContext(CertificateSource certificates) {
        this.certificates = certificates;
    }

    synchronized CompletableFuture<SslContext> get() {
        if (context == null) {
            context = CompletableFuture.supplyAsync(this::create, TlsContext::onNewThread);
        }
        return context;
    }

    private static void onNewThread(Runnable task) {
        Thread thread = new Thread(task, "vaportrail-tls");
        thread.setDaemon(true);
        thread.start();
    }

    private SslContext create() {
        try {
            ServerCertificate certificate = certificates.certificate();
            return SslContextBuilder.forServer(
                            certificate.key(), certificate.chain().toArray(new X509Certificate[0]))
                    .sslProvider(SslProvider.JDK)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .build();
        } catch (GeneralSecurityException | SSLException e) {
            throw new CompletionException(e);
        }
    }
}
