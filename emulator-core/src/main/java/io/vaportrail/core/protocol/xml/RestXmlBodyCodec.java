package io.vaportrail.core.protocol.xml;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.protocol.ErrorNames;
import io.vaportrail.core.protocol.rest.BodyCodec;
import io.vaportrail.core.protocol.rest.RestProtocol;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import io.vaportrail.schema.WireProtocol;
import io.vaportrail.schema.XmlNamespace;
import org.jspecify.annotations.Nullable;

/**
 * The XML bodies of restXml.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html">Smithy: AWS restXml</a>
 */
public final class RestXmlBodyCodec implements BodyCodec {
    /** restXml. */
    public static final RestProtocol PROTOCOL = new RestProtocol(new RestXmlBodyCodec());

    private static final String MEDIA_TYPE = "application/xml";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private RestXmlBodyCodec() {}

    @Override
    public WireProtocol protocol() {
        return WireProtocol.REST_XML;
    }

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    /** S3's clients send XML as what they like, often as nothing at all. */
    @Override
    public boolean checksMediaTypes() {
        return false;
    }

    @Override
    public String requestIdHeader(@Nullable ServiceSchema service) {
        return isS3(service) ? "x-amz-request-id" : "x-amzn-RequestId";
    }

    @Override
    public void readBody(OperationSchema<?, ?> operation, byte[] body, StructBuilder<?> into) {
        XmlDeserializer.readBody(body, operation.input(), into);
    }

    @Override
    public @Nullable Object readPayload(OperationSchema<?, ?> operation, Member payload, byte[] body) {
        return XmlDeserializer.readValue(body, payload);
    }

    @Override
    public byte[] writeBody(OperationSchema<?, ?> operation, Struct output) {
        StructSchema<?> schema = output.schema();
        if (schema.bodyMembers().isEmpty()) {
            return new byte[0];
        }
        XmlWriter out = new XmlWriter().declaration(DECLARATION);
        if (isUnwrapped(operation)) {
            writeUnwrapped(out, operation, output);
            return out.toBytes();
        }
        out.open(schema.xmlRootName(), namespaceOf(operation.service(), schema.xmlNamespace()));
        XmlSerializer.writeAttributes(out, output);
        XmlSerializer.writeElements(out, output, schema.bodyMembers());
        return out.close(schema.xmlRootName()).toBytes();
    }

    @Override
    public byte[] writePayload(OperationSchema<?, ?> operation, Member payload, @Nullable Object value) {
        if (!(value instanceof Struct struct)) {
            return new byte[0];
        }
        String name = payload.hasXmlName() ? payload.xmlName() : struct.schema().xmlRootName();
        XmlNamespace stated = payload.xmlNamespace() == null ? struct.schema().xmlNamespace() : payload.xmlNamespace();
        XmlWriter out = new XmlWriter().declaration(DECLARATION);
        XmlSerializer.writeStruct(out, name, namespaceOf(operation.service(), stated), struct);
        return out.toBytes();
    }

    /** S3 answers the error alone, the others wrap it. */
    @Override
    public void writeError(
            @Nullable ServiceSchema service, ServiceException error, String requestId, HttpResponse into) {
        boolean wrapped = service != null && !isS3(service);
        XmlWriter out = new XmlWriter().declaration(DECLARATION);
        if (wrapped) {
            out.open("ErrorResponse", namespaceOf(service, null));
        }
        out.open("Error");
        if (wrapped) {
            out.element("Type", error.error().senderFault() ? "Sender" : "Receiver");
        }
        out.element("Code", error.error().code());
        String message = ErrorNames.separateMessage(error);
        if (message != null) {
            out.element("Message", message);
        }
        if (error instanceof Struct struct) {
            XmlSerializer.writeElements(out, struct, struct.schema().bodyMembers());
        }
        if (!wrapped) {
            out.element("RequestId", requestId);
        }
        out.close("Error");
        if (wrapped) {
            out.element("RequestId", requestId).close("ErrorResponse");
        }
        into.header("Content-Type", MEDIA_TYPE).body(out.toBytes());
    }

    /**
     * S3 writes the only member of this output as the root itself.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html">GetBucketLocation</a>
     */
    private static boolean isUnwrapped(OperationSchema<?, ?> operation) {
        return isS3(operation.service()) && operation.name().equals("GetBucketLocation");
    }

    private static void writeUnwrapped(XmlWriter out, OperationSchema<?, ?> operation, Struct output) {
        Member only = output.schema().bodyMembers().get(0);
        Object value = output.get(only.index());
        out.open(only.xmlName(), namespaceOf(operation.service(), null));
        if (value != null) {
            out.text(value.toString());
        }
        out.close(only.xmlName());
    }

    private static @Nullable XmlNamespace namespaceOf(@Nullable ServiceSchema service, @Nullable XmlNamespace stated) {
        if (stated != null || service == null) {
            return stated;
        }
        String uri = service.identification().xmlNamespace();
        return uri == null ? null : new XmlNamespace(uri, null);
    }

    /** The models do not say which services answer errors unwrapped; of those here it is S3. */
    private static boolean isS3(@Nullable ServiceSchema service) {
        return service != null && service.sdkId().equals("S3");
    }
}
