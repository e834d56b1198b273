package io.vaportrail.core.protocol.json;

import com.fasterxml.jackson.core.io.SerializedString;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.StructSchema;
import java.util.List;

/** The member names of a structure as bytes, by member index: the model's own and those of restJson. */
final class JsonNames {
    private final SerializedString[] model;
    private final SerializedString[] rest;

    private JsonNames(StructSchema<?> schema) {
        List<Member> members = schema.members();
        this.model = new SerializedString[members.size()];
        this.rest = new SerializedString[members.size()];
        for (Member member : members) {
            SerializedString name = new SerializedString(member.name());
            model[member.index()] = name;
            rest[member.index()] =
                    member.jsonName().equals(member.name()) ? name : new SerializedString(member.jsonName());
        }
    }

    static SerializedString[] of(StructSchema<?> schema, boolean restNames) {
        JsonNames names = schema.codecState(JsonNames::new);
        return restNames ? names.rest : names.model;
    }
}
