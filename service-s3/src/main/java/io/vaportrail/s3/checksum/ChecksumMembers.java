package io.vaportrail.s3.checksum;

import io.vaportrail.s3.Members;
import io.vaportrail.s3.store.Checksum;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import org.jspecify.annotations.Nullable;

/** The members by which answers carry a checksum. */
public final class ChecksumMembers {
    private ChecksumMembers() {}

    /** Sets value and type, where the structure has room for them. */
    public static void set(StructSchema<?> schema, StructBuilder<?> into, @Nullable Checksum checksum) {
        if (checksum != null) {
            Members.set(schema, into, "Checksum" + checksum.algorithm(), checksum.value());
            Members.set(schema, into, "ChecksumType", checksum.type());
        }
    }
}
