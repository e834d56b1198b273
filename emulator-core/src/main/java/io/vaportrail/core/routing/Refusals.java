package io.vaportrail.core.routing;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.protocol.Protocols;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.WireProtocol;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told whose request means no operation, in the form that the request is spoken in.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html">Common errors</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3 error responses</a>
 */
final class Refusals {
    private static final int MAX_QUOTED = 128;

    private final Protocols protocols;

    Refusals(Protocols protocols) {
        this.protocols = protocols;
    }

    /** An answer in this protocol. */
    RoutingException of(WireProtocol protocol, @Nullable ServiceSchema service, ServiceException answer) {
        return new RoutingException(protocols.get(protocol), service, answer);
    }

    /** An operation that the service does not have, in a protocol that names it outside the body. */
    RoutingException unknownOperation(WireProtocol protocol, @Nullable ServiceSchema service, String message) {
        boolean rpcJson = protocol == WireProtocol.AWS_JSON_1_0 || protocol == WireProtocol.AWS_JSON_1_1;
        return of(protocol, service, CommonError.sender("UnknownOperationException", rpcJson ? 400 : 404, message));
    }

    /** An awsQuery call without an action. */
    RoutingException missingAction(@Nullable ServiceSchema service) {
        return of(
                WireProtocol.AWS_QUERY,
                service,
                CommonError.sender("MissingAction", 400, "The request must contain the parameter Action"));
    }

    /** An awsQuery call of an action that the service does not have, or not in this version. */
    RoutingException invalidAction(@Nullable ServiceSchema service, String action, @Nullable String version) {
        boolean versioned = version != null || service != null && !service.id().equals("sqs");
        String message = versioned
                ? "Could not find operation " + quoted(action) + " for version "
                        + (version == null ? "NO_VERSION_SPECIFIED" : quoted(version))
                : "The action " + quoted(action) + " is not valid for this endpoint.";
        return of(WireProtocol.AWS_QUERY, service, CommonError.sender("InvalidAction", 400, message));
    }

    /** A method and path that mean nothing to a REST service. */
    RoutingException noSuchPath(ServiceSchema service, HttpRequest request) {
        if (service.speaks(WireProtocol.REST_XML)) {
            return of(
                    WireProtocol.REST_XML,
                    service,
                    CommonError.sender(
                            "MethodNotAllowed", 405, "The specified method is not allowed against this resource."));
        }
        return unknownOperation(
                WireProtocol.REST_JSON_1,
                service,
                "No operation of " + service.sdkId() + " has " + quoted(request.method() + ' ' + request.path()) + ".");
    }

    /** A path whose labels are not percent-encoded UTF-8. */
    RoutingException malformedPath(ServiceSchema service) {
        if (service.speaks(WireProtocol.REST_XML)) {
            return of(
                    WireProtocol.REST_XML,
                    service,
                    CommonError.sender("InvalidURI", 400, "Couldn't parse the specified URI."));
        }
        return of(
                WireProtocol.REST_JSON_1,
                service,
                CommonError.sender("SerializationException", 400, "The path is not percent-encoded UTF-8."));
    }

    /** A request of which not even the service is known. */
    RoutingException unknownService(HttpRequest request, String message) {
        WireProtocol protocol = spokenIn(request);
        if (protocol == WireProtocol.AWS_QUERY) {
            return of(protocol, null, CommonError.sender("InvalidAction", 400, message));
        }
        return unknownOperation(protocol, null, message);
    }

    /** The protocol that the request looks like. */
    static WireProtocol spokenIn(HttpRequest request) {
        String contentType = request.header("Content-Type");
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (type.contains("cbor")) {
            return WireProtocol.RPC_V2_CBOR;
        } else if (type.startsWith("application/x-amz-json-1.0")) {
            return WireProtocol.AWS_JSON_1_0;
        } else if (type.startsWith("application/x-amz-json-1.1")) {
            return WireProtocol.AWS_JSON_1_1;
        } else if (type.contains("json")) {
            return WireProtocol.REST_JSON_1;
        }
        return FormParameters.isForm(request) ? WireProtocol.AWS_QUERY : WireProtocol.REST_XML;
    }

    /** What the caller sent, short enough to be sent back. */
    static String quoted(String text) {
        return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…";
    }
}
