package io.vaportrail.core.protocol.xml;

import io.vaportrail.core.protocol.ErrorNames;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Errors in S3's form. What the emulator says of a request before any service has seen it, S3 says in words of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList">S3 error codes</a>
 */
final class S3ErrorNames {
    private S3ErrorNames() {}

    /** Writes the elements of an error, without those of the request. */
    static void write(XmlWriter out, ServiceException error) {
        out.element("Code", code(error.error().code()));
        String message = message(error);
        if (message != null) {
            out.element("Message", message);
        }
        for (Map.Entry<String, String> detail : error.details().entrySet()) {
            out.element(detail.getKey(), detail.getValue());
        }
        if (error instanceof Struct struct) {
            XmlSerializer.writeElements(out, struct, ErrorNames.membersWithoutMessage(struct));
        }
    }

    /** What S3 says of a header or parameter that is no number, time or the like. */
    static ServiceException unreadable(Member member, String text) {
        String name = member.locationName();
        boolean number =
                switch (member.target().type()) {
                    case INTEGER, LONG -> true;
                    default -> false;
                };
        String message;
        if (name.equals("partNumber")) {
            message = "Part number must be an integer between 1 and 10000, inclusive";
        } else {
            message = number
                    ? "Provided " + name + " not an integer or within integer range"
                    : "Invalid value for " + name.toLowerCase(Locale.ROOT);
        }
        Map<String, String> details = new LinkedHashMap<>();
        details.put("ArgumentName", name);
        details.put("ArgumentValue", text);
        return CommonError.sender("InvalidArgument", 400, message).with(details);
    }

    private static String code(String code) {
        return switch (code) {
            case "InternalFailure" -> "InternalError";
            case "InvalidClientTokenId" -> "InvalidAccessKeyId";
            case "IncompleteSignature" -> "AuthorizationHeaderMalformed";
            case "SerializationException" -> "InvalidArgument";
            case "RequestEntityTooLarge" -> "MaxMessageLengthExceeded";
            default -> code;
        };
    }

    private static @Nullable String message(ServiceException error) {
        return switch (error.error().code()) {
            case "InternalFailure" -> "We encountered an internal error. Please try again.";
            case "InvalidClientTokenId" -> "The AWS Access Key Id you provided does not exist in our records.";
            default -> ErrorNames.messageOf(error);
        };
    }
}
