package io.vaportrail.core.protocol.xml;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.protocol.ErrorNames;
import io.vaportrail.core.protocol.rest.BodyCodec;
import io.vaportrail.core.protocol.rest.RestProtocol;
import io.vaportrail.core.protocol.xml.XmlCursor.MalformedXml;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.core.service.ExtendedRequestId;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import io.vaportrail.schema.WireProtocol;
import io.vaportrail.schema.XmlNamespace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The XML bodies of restXml.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html">Smithy: AWS restXml</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3 error responses</a>
 */
public final class RestXmlBodyCodec implements BodyCodec {
    /** restXml. */
    public static final RestProtocol PROTOCOL = new RestProtocol(new RestXmlBodyCodec());

    private static final String MEDIA_TYPE = "application/xml";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String REQUEST_ID = "RequestId";
    private static final int NOT_MODIFIED = 304;
    private static final byte[] NOTHING = new byte[0];

    private RestXmlBodyCodec() {}

    @Override
    public WireProtocol protocol() {
        return WireProtocol.REST_XML;
    }

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public boolean checksMediaTypes() {
        return false;
    }

    @Override
    public String requestIdHeader(@Nullable ServiceSchema service) {
        return isS3(service) ? "x-amz-request-id" : "x-amzn-RequestId";
    }

    @Override
    public ServiceException unreadable(
            ServiceSchema service, Member member, @Nullable String text, ServiceException problem) {
        return isS3(service) && text != null ? S3ErrorNames.unreadable(member, text) : problem;
    }

    @Override
    public void readBody(OperationSchema<?, ?> operation, byte[] body, StructBuilder<?> into) {
        StructSchema<?> input = operation.input();
        try {
            XmlDeserializer.readMembers(body, input, input.bodyMembers(), into);
        } catch (MalformedXml | ServiceException e) {
            throw malformed();
        }
    }

    @Override
    public @Nullable Object readPayload(OperationSchema<?, ?> operation, Member payload, byte[] body) {
        try {
            return XmlDeserializer.readValue(body, payload);
        } catch (MalformedXml | ServiceException e) {
            throw malformed();
        }
    }

    @Override
    public byte[] writeBody(OperationSchema<?, ?> operation, Struct output) {
        StructSchema<?> schema = output.schema();
        List<Member> members = schema.responseBodyMembers();
        if (members.isEmpty()) {
            return NOTHING;
        }
        XmlNamespace own = schema.xmlNamespace();
        XmlNamespace namespace = own == null ? namespaceOf(operation.service()) : own;
        XmlWriter out = writer(operation.service());
        String root = schema.xmlRootName();
        if (isUnwrapped(root, members)) {
            Object value = output.get(members.get(0).index());
            out.open(root, namespace).text(value == null ? "" : value.toString());
        } else {
            out.open(root, namespace);
            XmlSerializer.writeAttributes(out, output);
            XmlSerializer.writeElements(out, output, members);
        }
        return out.close(root).toBytes();
    }

    @Override
    public byte[] writePayload(OperationSchema<?, ?> operation, Member payload, Object value) {
        XmlWriter out = writer(operation.service());
        if (value instanceof Struct struct) {
            String root =
                    payload.hasXmlName() ? payload.xmlName() : struct.schema().xmlRootName();
            XmlNamespace stated = payload.xmlNamespace();
            XmlNamespace own = stated == null ? struct.schema().xmlNamespace() : stated;
            XmlSerializer.writeStruct(out, root, own == null ? namespaceOf(operation.service()) : own, struct);
        } else {
            XmlSerializer.writeMember(out, payload, value);
        }
        return out.toBytes();
    }

    @Override
    public void writeError(
            @Nullable ServiceSchema service, ServiceException error, String requestId, HttpResponse into) {
        if (error.error().httpStatus() == NOT_MODIFIED) {
            return;
        }
        XmlWriter out = new XmlWriter().declaration(DECLARATION);
        if (service == null || isS3(service)) {
            out.open("Error");
            S3ErrorNames.write(out, error);
            out.element(REQUEST_ID, requestId)
                    .element("HostId", ExtendedRequestId.of(requestId))
                    .close("Error");
        } else {
            out.open("ErrorResponse", namespaceOf(service)).open("Error");
            out.element("Type", error.error().senderFault() ? "Sender" : "Receiver");
            writeErrorMembers(out, error);
            out.close("Error").element(REQUEST_ID, requestId).close("ErrorResponse");
        }
        into.header("Content-Type", MEDIA_TYPE).body(out.toBytes());
    }

    /** S3 writes milliseconds always, and nothing but zeros for them. */
    private static XmlWriter writer(ServiceSchema service) {
        XmlWriter out = new XmlWriter().declaration(DECLARATION);
        return isS3(service) ? out.alwaysWithMilliseconds() : out;
    }

    @Override
    public void addHeaders(@Nullable ServiceSchema service, String requestId, HttpResponse into) {
        if (isS3(service)) {
            into.header("x-amz-id-2", ExtendedRequestId.of(requestId)).header("Server", "AmazonS3");
        }
    }

    private static void writeErrorMembers(XmlWriter out, ServiceException error) {
        out.element("Code", error.error().code());
        String message = ErrorNames.messageOf(error);
        if (message != null) {
            out.element("Message", message);
        }
        if (error instanceof Struct struct) {
            XmlSerializer.writeElements(out, struct, ErrorNames.membersWithoutMessage(struct));
        }
    }

    /** An output of one value that is called like its root is that value alone, as GetBucketLocation's is. */
    private static boolean isUnwrapped(String root, List<Member> members) {
        Member only = members.get(0);
        return members.size() == 1
                && only.xmlName().equals(root)
                && only.target().type().isString();
    }

    private static @Nullable XmlNamespace namespaceOf(ServiceSchema service) {
        String uri = service.identification().xmlNamespace();
        return uri == null ? null : new XmlNamespace(uri, null);
    }

    /** S3 alone writes errors without a wrapper and has headers of its own. */
    private static boolean isS3(@Nullable ServiceSchema service) {
        return service != null && service.sdkId().equals("S3");
    }

    private static ServiceException malformed() {
        return CommonError.sender(
                "MalformedXML",
                400,
                "The XML you provided was not well-formed or did not validate against our published schema");
    }
}
