package io.vaportrail.core.protocol;

import io.vaportrail.schema.Member;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import java.util.List;

/** The values that stand for absent members. */
public final class Defaults {
    private Defaults() {}

    /** Sets every member that is absent and has a default. */
    public static void fill(StructSchema<?> schema, StructBuilder<?> into) {
        List<Member> defaulted = schema.defaultedMembers();
        for (int i = 0; i < defaulted.size(); i++) {
            Member member = defaulted.get(i);
            if (into.get(member.index()) == null) {
                into.set(member.index(), member.defaultValue());
            }
        }
    }
}
