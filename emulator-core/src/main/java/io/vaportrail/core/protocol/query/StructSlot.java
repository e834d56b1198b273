package io.vaportrail.core.protocol.query;

import io.vaportrail.core.protocol.Defaults;
import io.vaportrail.core.protocol.SerializationErrors;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import org.jspecify.annotations.Nullable;

/**
 * The place of a structure or union. Parameters of unknown names are left aside, as AWS leaves them.
 *
 * @param <T> the type of the structure
 */
final class StructSlot<T extends Struct> extends FormSlot {
    private final StructSchema<T> schema;
    private final @Nullable FormSlot[] slots;

    StructSlot(StructSchema<T> schema) {
        this.schema = schema;
        this.slots = new FormSlot[schema.members().size()];
    }

    @Override
    void put(FormName name, String text) {
        if (name.isAtEnd()) {
            if (!text.isEmpty()) {
                throw SerializationErrors.unconvertible("STRING_VALUE", schema);
            }
            return;
        }
        Member member = memberCalled(name.next());
        if (member == null) {
            return;
        }
        FormSlot slot = slots[member.index()];
        if (slot == null) {
            slot = FormSlot.of(member);
            slots[member.index()] = slot;
        }
        slot.put(name, text);
    }

    /** Older SDKs send some members under the model's own name; AWS takes both. */
    private @Nullable Member memberCalled(String step) {
        Member member = schema.memberByXmlName(step);
        return member != null ? member : schema.memberNamed(step);
    }

    @Override
    T value() {
        StructBuilder<T> builder = schema.newBuilder();
        int found = 0;
        for (int i = 0; i < slots.length; i++) {
            FormSlot slot = slots[i];
            if (slot != null) {
                builder.set(i, slot.value());
                found++;
            }
        }
        if (schema.type() == ShapeType.UNION && found != 1) {
            throw SerializationErrors.brokenUnion(schema);
        }
        Defaults.fill(schema, builder);
        return builder.build();
    }
}
