package io.vaportrail.identity.iam;

import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.policy.PolicySyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Policy documents on their way in and out. */
public final class Documents {
    private Documents() {}

    /**
     * Reads a document.
     *
     * @throws io.vaportrail.schema.ServiceException MalformedPolicyDocument
     */
    public static PolicyDocument parse(String text, PolicyKind kind) {
        try {
            return PolicyDocument.parse(text, kind);
        } catch (PolicySyntaxException e) {
            throw IamErrors.malformedPolicy(e.getMessage());
        }
    }

    /**
     * How much of a quota the document takes.
     *
     * @return its length in characters, white space not counted
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length">IAM
     *     does not count white space</a>
     */
    public static int size(PolicyDocument document) {
        return (int) document.text().chars().filter(c -> !Character.isWhitespace(c)).count();
    }

    /**
     * The document as answers carry it: percent-encoded.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html">URL-encoded, compliant with RFC 3986</a>
     */
    public static String encoded(PolicyDocument document) {
        return URLEncoder.encode(document.text(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
