package io.vaportrail.core.protocol.json;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.ResponseStream;
import io.vaportrail.core.protocol.ErrorNames;
import io.vaportrail.core.protocol.eventstream.EventMessage;
import io.vaportrail.core.service.EventSender;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import java.nio.charset.StandardCharsets;

/** Sends events in JSON, as an AWS JSON service does: first an initial response without members, then the events. */
public final class JsonEventSender implements EventSender {
    private static final String MESSAGE_TYPE = ":message-type";
    private static final String CONTENT_TYPE = ":content-type";
    private static final String JSON = "application/json";

    private final ResponseStream body;

    /** A sender into the body. */
    public JsonEventSender(ResponseStream body) {
        this.body = body;
        body.send(new EventMessage()
                .header(MESSAGE_TYPE, "event")
                .header(":event-type", "initial-response")
                .header(CONTENT_TYPE, "application/x-amz-json-1.1")
                .bytes("{}".getBytes(StandardCharsets.UTF_8)));
    }

    /** The head of the answer. */
    public static HttpResponse head(String requestId) {
        return HttpResponse.of(200)
                .header("x-amzn-RequestId", requestId)
                .header("Content-Type", "application/vnd.amazon.eventstream");
    }

    @Override
    public boolean send(String member, Struct event) {
        return body.send(new EventMessage()
                .header(MESSAGE_TYPE, "event")
                .header(":event-type", member)
                .header(CONTENT_TYPE, JSON)
                .bytes(JsonSerializer.writeStruct(event, false)));
    }

    @Override
    public void fail(ServiceException exception) {
        byte[] payload = exception instanceof Struct struct
                ? JsonSerializer.writeStruct(struct, false)
                : "{}".getBytes(StandardCharsets.UTF_8);
        body.send(new EventMessage()
                .header(MESSAGE_TYPE, "exception")
                .header(":exception-type", ErrorNames.shapeName(exception))
                .header(CONTENT_TYPE, JSON)
                .bytes(payload));
        body.end();
    }

    @Override
    public void end() {
        body.end();
    }

    @Override
    public void onDisconnect(Runnable action) {
        body.onDisconnect(action);
    }
}
