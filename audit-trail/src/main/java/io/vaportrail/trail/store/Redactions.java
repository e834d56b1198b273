package io.vaportrail.trail.store;

import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Redaction;
import io.vaportrail.schema.Schema;

/** What becomes of a member, its target considered. */
final class Redactions {
    private Redactions() {}

    /**
     * The member's own redaction. Without one, a collection whose elements, keys or values are to be left out is left out
     * itself, one with redacted keys is hidden, and a stream is left out.
     */
    static Redaction of(Member member) {
        if (member.redaction() != Redaction.NONE) {
            return member.redaction();
        }
        Schema target = member.target();
        if (target instanceof ListSchema list) {
            return of(list.element()) == Redaction.OMIT ? Redaction.OMIT : Redaction.NONE;
        }
        if (target instanceof MapSchema map) {
            return ofMap(map);
        }
        return member.streaming() ? Redaction.OMIT : Redaction.NONE;
    }

    private static Redaction ofMap(MapSchema map) {
        if (map.key().redaction() == Redaction.OMIT || of(map.value()) == Redaction.OMIT) {
            return Redaction.OMIT;
        }
        return map.key().redaction();
    }
}
