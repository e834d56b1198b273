package io.vaportrail.trail.record;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vaportrail.core.identity.Caller;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code userIdentity}, keys in the order seen in real records.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html">CloudTrail
 *     userIdentity element</a>
 */
final class IdentityWriter {
    /** Whom S3 records for unsigned calls, in place of an account. */
    private static final String ANONYMOUS_ACCOUNT = "anonymous";

    private final JsonGenerator json;

    IdentityWriter(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes the object.
     *
     * @param ownAccount whether the record is for the caller's account; other accounts learn less
     */
    void write(Caller caller, boolean ownAccount) throws IOException {
        json.writeStartObject();
        boolean known =
                ownAccount || caller.type() == Caller.Type.AWS_SERVICE || caller.type() == Caller.Type.ANONYMOUS;
        Caller.Type type = known ? caller.type() : Caller.Type.AWS_ACCOUNT;
        json.writeStringField("type", type.recorded());
        switch (type) {
            case AWS_SERVICE -> {
                // the service stands under invokedBy, and nothing else is said of it
            }
            case AWS_ACCOUNT -> principalAndAccount(caller.principalId(), caller.accountId());
            case ANONYMOUS -> principalAndAccount("", ANONYMOUS_ACCOUNT);
            case SAML_USER, WEB_IDENTITY_USER -> federated(caller);
            case ROOT, IAM_USER, ASSUMED_ROLE, FEDERATED_USER -> known(caller);
        }
        optional("invokedBy", caller.invokedBy());
        json.writeEndObject();
    }

    /** Writes the object of an event that a service caused on its own: no type, as nobody called. */
    void writeOfServiceEvent(Caller service) throws IOException {
        json.writeStartObject();
        json.writeStringField("accountId", service.accountId());
        optional("invokedBy", service.invokedBy());
        json.writeEndObject();
    }

    private void principalAndAccount(String principalId, String accountId) throws IOException {
        json.writeStringField("principalId", principalId);
        json.writeStringField("accountId", accountId);
    }

    /** Those who come with a token of an identity provider; its name stands in the caller's ARN, as they have none of their own. */
    private void federated(Caller caller) throws IOException {
        json.writeStringField("principalId", caller.principalId());
        optional("userName", caller.userName());
        if (!caller.arn().isEmpty()) {
            json.writeStringField("identityProvider", caller.arn());
        }
    }

    private void known(Caller caller) throws IOException {
        json.writeStringField("principalId", caller.principalId());
        json.writeStringField("arn", caller.arn());
        json.writeStringField("accountId", caller.accountId());
        optional("accessKeyId", caller.accessKeyId());
        if (caller.type() == Caller.Type.IAM_USER || caller.type() == Caller.Type.ROOT) {
            optional("userName", caller.userName());
        }
        Caller.Session session = caller.session();
        if (session != null) {
            session(session);
        }
    }

    private void session(Caller.Session session) throws IOException {
        json.writeObjectFieldStart("sessionContext");
        Caller.Issuer issuer = session.issuer();
        if (issuer != null) {
            json.writeObjectFieldStart("sessionIssuer");
            json.writeStringField("type", issuer.type());
            json.writeStringField("principalId", issuer.principalId());
            json.writeStringField("arn", issuer.arn());
            json.writeStringField("accountId", issuer.accountId());
            optional("userName", issuer.userName());
            json.writeEndObject();
        }
        json.writeObjectFieldStart("attributes");
        json.writeStringField("creationDate", session.creationDate().toString());
        json.writeStringField("mfaAuthenticated", String.valueOf(session.mfaAuthenticated()));
        json.writeEndObject();
        optional("sourceIdentity", session.sourceIdentity());
        if (session.assumedRoot()) {
            json.writeStringField("assumedRoot", "true");
        }
        json.writeEndObject();
    }

    private void optional(String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
