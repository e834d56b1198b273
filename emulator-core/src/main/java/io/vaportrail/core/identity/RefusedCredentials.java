package io.vaportrail.core.identity;

import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.WireProtocol;

/**
 * Credentials that are not accepted. As it is it reads as services with a query interface say it; {@link #in} gives the words of the
 * others.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html">Common errors of STS</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error responses of S3</a>
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/CommonErrors.html">Common errors of KMS, as of JSON services</a>
 */
public final class RefusedCredentials extends ServiceException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    /** Why credentials are refused. */
    public enum Why {
        /** The access key is not known, or not in use. */
        UNKNOWN_KEY(
                new Words("InvalidClientTokenId", 403, "The security token included in the request is invalid."),
                new Words("UnrecognizedClientException", 400, "The security token included in the request is invalid."),
                new Words(
                        "InvalidAccessKeyId",
                        403,
                        "The AWS Access Key Id you provided does not exist in our records.")),
        /** The access key is known, and its session token is missing or another. */
        WRONG_TOKEN(
                new Words("InvalidClientTokenId", 403, "The security token included in the request is invalid."),
                new Words("UnrecognizedClientException", 400, "The security token included in the request is invalid."),
                new Words("InvalidToken", 400, "The provided token is malformed or otherwise invalid.")),
        /** The session is over. */
        EXPIRED(
                new Words("ExpiredToken", 403, "The security token included in the request is expired"),
                new Words("ExpiredTokenException", 400, "The security token included in the request is expired"),
                new Words("ExpiredToken", 400, "The provided token has expired."));

        private final Words query;
        private final Words json;
        private final Words xml;

        Why(Words query, Words json, Words xml) {
            this.query = query;
            this.json = json;
            this.xml = xml;
        }

        private Words in(WireProtocol protocol, boolean queryCompatible) {
            return switch (protocol) {
                case AWS_QUERY -> query;
                case REST_XML -> xml;
                case AWS_JSON_1_0, AWS_JSON_1_1, REST_JSON_1, RPC_V2_CBOR -> queryCompatible ? query : json;
            };
        }
    }

    private record Words(String code, int status, String message) {}

    private final transient Words words;

    private RefusedCredentials(Why why, Words words) {
        super(words.message);
        this.why = why;
        this.words = words;
    }

    /** A refusal. */
    public static RefusedCredentials because(Why why) {
        return new RefusedCredentials(why, why.query);
    }

    /** The same as a service says it in a protocol. */
    public RefusedCredentials in(WireProtocol protocol, boolean queryCompatible) {
        return new RefusedCredentials(why, why.in(protocol, queryCompatible));
    }

    /** Why. */
    public Why why() {
        return why;
    }

    @Override
    public ErrorTrait error() {
        return ErrorTrait.of(words.code, words.status, true);
    }
}
