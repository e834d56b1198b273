package io.vaportrail.core.protocol.query;

import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.StructSchema;

/**
 * A place in an input that parameters are put into, one by one in any order. Slots are made only where the schema has a place, so
 * that parameters that mean nothing cost nothing.
 */
abstract sealed class FormSlot permits TextSlot, StructSlot, ListSlot, MapSlot {
    /**
     * Puts a parameter where the rest of its name says.
     *
     * @throws ServiceException when there is no such place
     */
    abstract void put(FormName name, String text);

    /**
     * What the parameters amount to.
     *
     * @throws ServiceException when that is no value of the schema
     */
    abstract Object value();

    /** An empty slot for values of a member. */
    static FormSlot of(Member member) {
        Schema target = member.target();
        if (target instanceof StructSchema<?> struct) {
            return new StructSlot<>(struct);
        } else if (target instanceof ListSchema list) {
            return new ListSlot(list, member.flattened());
        } else if (target instanceof MapSchema map) {
            return new MapSlot(map, member.flattened());
        }
        return new TextSlot(member);
    }
}
