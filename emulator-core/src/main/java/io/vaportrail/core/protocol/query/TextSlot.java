package io.vaportrail.core.protocol.query;

import io.vaportrail.core.protocol.SerializationErrors;
import io.vaportrail.core.protocol.TextValues;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.TimestampFormat;

/** The place of a value without members. */
final class TextSlot extends FormSlot {
    private final Member member;
    private String text = "";

    TextSlot(Member member) {
        this.member = member;
    }

    @Override
    void put(FormName name, String sent) {
        if (!name.isAtEnd()) {
            throw SerializationErrors.unexpectedStart();
        }
        this.text = sent;
    }

    @Override
    Object value() {
        TimestampFormat stated = member.timestampFormat();
        return TextValues.parse(member.target(), text, stated == null ? TimestampFormat.DATE_TIME : stated);
    }
}
