package io.vaportrail.core.pipeline;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.core.audit.AuditSink;
import io.vaportrail.core.audit.HiddenTexts;
import io.vaportrail.core.service.Call;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of the way: the audit record, then those who count and log. Nothing here can fail the call. */
final class Recorder {
    private static final Logger log = LoggerFactory.getLogger(Recorder.class);

    private final AuditSink audit;
    private final List<CallListener> listeners;

    Recorder(AuditSink audit, List<CallListener> listeners) {
        this.audit = audit;
        this.listeners = List.copyOf(listeners);
    }

    void record(Call call, @Nullable Struct input, @Nullable Struct output, @Nullable ServiceException error) {
        if (call.audit().isUnrecorded()) {
            return;
        }
        try {
            if (error != null && input != null && error.getMessage() != null) {
                call.audit().errorMessage(HiddenTexts.takenOut(error.getMessage(), input));
            }
            audit.record(call, input, output, error);
            List<AuditScope.Part> parts = call.audit().parts();
            for (int i = 0; i < parts.size(); i++) {
                AuditScope.Part part = parts.get(i);
                record(single(call, part), part.input(), part.output(), part.error());
            }
        } catch (RuntimeException e) {
            log.error("{} {} was not recorded", call.requestId(), call.operation(), e);
        }
    }

    /** A part as a call of its own: by the same caller, in the same request, with the same data about it. */
    private static Call single(Call whole, AuditScope.Part part) {
        Call single = new Call(part.operation(), whole.caller(), whole.region(), whole.requestId(), whole.origin());
        whole.audit().additionalEventData().forEach(single.audit()::additionalEventData);
        whole.audit().sharedWith().forEach(single.audit()::sharedWith);
        for (AuditScope.Resource resource : part.resources()) {
            single.audit().resource(resource.type(), resource.arn(), resource.accountId());
        }
        return single;
    }

    void completed(Call call, int status, @Nullable ServiceException error, long elapsedNanos) {
        for (int i = 0; i < listeners.size(); i++) {
            try {
                listeners.get(i).completed(call, status, error, elapsedNanos);
            } catch (RuntimeException e) {
                log.error("{} {} was not counted", call.requestId(), call.operation(), e);
            }
        }
    }
}
