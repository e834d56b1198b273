package io.vaportrail.trail.store;

import io.vaportrail.core.http.Origin;
import io.vaportrail.core.identity.Caller;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Senders as bytes. */
final class SenderCodec {
    private SenderCodec() {}

    static byte[] encode(Sender sender) {
        ByteWriter out = new ByteWriter();
        writeCaller(out, sender.caller());
        out.writeText(sender.region());
        out.writeText(Limits.cut(sender.sourceIpAddress()));
        out.writeOptional(cutOptional(sender.userAgent()));
        out.writeOptional(cutOptional(sender.host()));
        Origin.Tls tls = sender.tls();
        out.writeBoolean(tls != null);
        if (tls != null) {
            out.writeText(tls.version());
            out.writeText(tls.cipherSuite());
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    static Sender decode(byte[] bytes, int position) {
        ByteReader in = new ByteReader(bytes, position);
        return new Sender(
                readCaller(in),
                in.readText(),
                in.readText(),
                in.readOptional(),
                in.readOptional(),
                in.readBoolean() ? new Origin.Tls(in.readText(), in.readText()) : null);
    }

    private static @Nullable String cutOptional(@Nullable String text) {
        return text == null ? null : Limits.cut(text);
    }

    private static void writeCaller(ByteWriter out, Caller caller) {
        out.writeText(caller.type().name());
        out.writeText(caller.accountId());
        out.writeText(caller.principalId());
        out.writeText(caller.arn());
        out.writeOptional(caller.userName());
        out.writeOptional(caller.accessKeyId());
        out.writeOptional(caller.invokedBy());
        Caller.Session session = caller.session();
        out.writeBoolean(session != null);
        if (session != null) {
            writeSession(out, session);
        }
    }

    private static Caller readCaller(ByteReader in) {
        Caller.Type type = Caller.Type.valueOf(in.readText());
        String accountId = in.readText();
        String principalId = in.readText();
        String arn = in.readText();
        String userName = in.readOptional();
        String accessKeyId = in.readOptional();
        String invokedBy = in.readOptional();
        Caller.Session session = in.readBoolean() ? readSession(in) : null;
        return new Caller(type, accountId, principalId, arn, userName, accessKeyId, session, invokedBy);
    }

    private static void writeSession(ByteWriter out, Caller.Session session) {
        out.writeSigned(session.creationDate().getEpochSecond());
        out.writeBoolean(session.mfaAuthenticated());
        out.writeOptional(session.sourceIdentity());
        out.writeBoolean(session.assumedRoot());
        Caller.Issuer issuer = session.issuer();
        out.writeBoolean(issuer != null);
        if (issuer != null) {
            out.writeText(issuer.type());
            out.writeText(issuer.principalId());
            out.writeText(issuer.arn());
            out.writeText(issuer.accountId());
            out.writeOptional(issuer.userName());
        }
    }

    private static Caller.Session readSession(ByteReader in) {
        Instant creationDate = Instant.ofEpochSecond(in.readSigned());
        boolean mfaAuthenticated = in.readBoolean();
        String sourceIdentity = in.readOptional();
        boolean assumedRoot = in.readBoolean();
        Caller.Issuer issuer = in.readBoolean()
                ? new Caller.Issuer(in.readText(), in.readText(), in.readText(), in.readText(), in.readOptional())
                : null;
        return new Caller.Session(issuer, creationDate, mfaAuthenticated, sourceIdentity, assumedRoot);
    }
}
