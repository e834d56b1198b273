package io.vaportrail.core.protocol.query;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.protocol.ErrorNames;
import io.vaportrail.core.protocol.Protocol;
import io.vaportrail.core.protocol.xml.XmlSerializer;
import io.vaportrail.core.protocol.xml.XmlWriter;
import io.vaportrail.core.routing.FormParameters;
import io.vaportrail.core.routing.RoutedRequest;
import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.WireProtocol;
import io.vaportrail.schema.XmlNamespace;
import org.jspecify.annotations.Nullable;

/**
 * awsQuery.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">Smithy: AWS query</a>
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-query-api-responses.html">SQS:
 *     interpreting query API responses</a>
 */
public final class AwsQueryProtocol implements Protocol {
    /** The protocol. */
    public static final AwsQueryProtocol INSTANCE = new AwsQueryProtocol();

    private static final String CONTENT_TYPE = "text/xml";
    private static final String REQUEST_ID = "RequestId";

    private AwsQueryProtocol() {}

    @Override
    public WireProtocol id() {
        return WireProtocol.AWS_QUERY;
    }

    @Override
    public <I extends Struct> I decode(OperationSchema<I, ?> operation, RoutedRequest request) {
        FormParameters routed = request.form();
        FormParameters parameters = routed == null ? FormParameters.of(request.http()) : routed;
        StructSlot<I> input = new StructSlot<>(operation.input());
        parameters.forEach((name, value) -> input.put(new FormName(name), value));
        return input.value();
    }

    @Override
    public HttpResponse encode(OperationSchema<?, ?> operation, Struct output, String requestId) {
        String response = operation.name() + "Response";
        XmlWriter out = document(operation.service(), response);
        if (operation.hasOutput()) {
            String result = operation.resultWrapper();
            out.open(result);
            XmlSerializer.writeAttributes(out, output);
            XmlSerializer.writeElements(out, output, output.schema().members());
            out.close(result);
        }
        out.open("ResponseMetadata").element(REQUEST_ID, requestId).close("ResponseMetadata");
        return answer(200, out.close(response), requestId);
    }

    @Override
    public HttpResponse encodeError(@Nullable ServiceSchema service, ServiceException error, String requestId) {
        ErrorTrait trait = error.error();
        String code = trait.queryCode();
        Integer status = trait.queryHttpStatus();
        XmlWriter out = document(service, "ErrorResponse").open("Error");
        out.element("Type", trait.senderFault() ? "Sender" : "Receiver");
        out.element("Code", code == null ? trait.code() : code);
        writeMessageAndMembers(out, error);
        if (isSqs(service)) {
            out.open("Detail").close("Detail");
        }
        out.close("Error").element(REQUEST_ID, requestId).close("ErrorResponse");
        return answer(status == null ? trait.httpStatus() : status, out, requestId);
    }

    private static void writeMessageAndMembers(XmlWriter out, ServiceException error) {
        String message = ErrorNames.messageOf(error);
        if (message != null) {
            out.element("Message", message);
        }
        if (error instanceof Struct struct) {
            XmlSerializer.writeElements(out, struct, ErrorNames.membersWithoutMessage(struct));
        }
    }

    private static XmlWriter document(@Nullable ServiceSchema service, String root) {
        XmlWriter out = new XmlWriter();
        if (isSqs(service)) {
            out.declaration("<?xml version=\"1.0\"?>");
        }
        String namespace = service == null ? null : service.identification().xmlNamespace();
        return out.open(root, namespace == null ? null : new XmlNamespace(namespace, null));
    }

    /** SQS writes its envelope with a declaration, and its errors with an empty detail, unlike the other services. */
    private static boolean isSqs(@Nullable ServiceSchema service) {
        return service != null && service.id().equals("sqs");
    }

    private static HttpResponse answer(int status, XmlWriter out, String requestId) {
        return HttpResponse.of(status)
                .header("x-amzn-RequestId", requestId)
                .header("Content-Type", CONTENT_TYPE)
                .body(out.toBytes());
    }
}
