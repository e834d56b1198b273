package io.vaportrail.core.protocol.json;

import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;

/** Reads inputs of any service from JSON, whatever its protocol: each member under its own name, as SDKs and the AWS CLI name them. */
public final class JsonShapes {
    private JsonShapes() {}

    /**
     * Reads a structure. Names that the model does not know are ignored.
     *
     * @param json in UTF-8; blobs in Base64
     * @throws ServiceException when it is no JSON, or a value is not of its member's type
     */
    public static <T extends Struct> T read(byte[] json, StructSchema<T> schema) {
        StructBuilder<T> builder = schema.newBuilder();
        JsonDeserializer.readStruct(json, schema, builder, false);
        return builder.build();
    }
}
