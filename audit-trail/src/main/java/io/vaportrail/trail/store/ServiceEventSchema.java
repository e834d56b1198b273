package io.vaportrail.trail.store;

import io.vaportrail.schema.Document;
import io.vaportrail.schema.DynamicStruct;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.SimpleSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import java.util.Map;

/**
 * Stands for a service in what is stored of an event that the service caused on its own: the event takes the place of an operation,
 * its details that of the answer.
 */
public final class ServiceEventSchema extends ServiceSchema {
    /** The one member of what is stored as the answer: {@code serviceEventDetails}. */
    public static final String DETAILS = "serviceEventDetails";

    private static final StructSchema<DynamicStruct> ANSWER = DynamicStruct.schema(
            "ServiceEventDetails", ShapeType.STRUCTURE, into -> into.member(Member.of(DETAILS, SimpleSchema.DOCUMENT)));

    ServiceEventSchema(ServiceSchema service, String eventName) {
        super(service.identification(), eventName);
    }

    /** The event, as an operation. */
    OperationSchema<?, ?> event() {
        return operations().get(0);
    }

    /** The details, as an answer. */
    static Struct answer(Map<String, Object> details) {
        StructBuilder<DynamicStruct> builder = ANSWER.newBuilder();
        builder.set(0, details.isEmpty() ? null : new Document(details));
        return builder.build();
    }

    @Override
    protected void defineOperation(int index, OperationSchema.Details into) {
        into.output(ANSWER);
        into.audit(operations().get(index).name(), EventCategory.MANAGEMENT, false);
    }
}
