package io.vaportrail.s3;

import io.vaportrail.schema.Member;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import org.jspecify.annotations.Nullable;

/** Members by name: S3 repeats the same ones (checksums, grants, encryption) in dozens of structures that share no type. */
public final class Members {
    private Members() {}

    /** The text of a member, or {@code null} when it is absent or the structure has none such. */
    public static @Nullable String text(Struct struct, String name) {
        Member member = struct.schema().memberNamed(name);
        return member != null && struct.get(member.index()) instanceof String text ? text : null;
    }

    /** The value of a member, or {@code null} when it is absent or the structure has none such. */
    public static @Nullable Object value(Struct struct, String name) {
        Member member = struct.schema().memberNamed(name);
        return member == null ? null : struct.get(member.index());
    }

    /** Sets a member where the structure has it and the value is there. */
    public static void set(StructSchema<?> schema, StructBuilder<?> into, String name, @Nullable Object value) {
        Member member = value == null ? null : schema.memberNamed(name);
        if (member != null) {
            into.set(member.index(), value);
        }
    }
}
