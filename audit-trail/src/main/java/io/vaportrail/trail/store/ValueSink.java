package io.vaportrail.trail.store;

import io.vaportrail.schema.Member;
import java.io.IOException;

/** Takes the values of a stored structure in their order. */
public interface ValueSink {
    /** A structure or map begins. */
    void beginObject() throws IOException;

    /** The member whose value follows. */
    default void member(Member member) throws IOException {
        key(member.auditKey());
    }

    /** The key of the value that follows, as records show it. */
    void key(String name) throws IOException;

    /** A structure or map ends. */
    void endObject() throws IOException;

    /** A list begins. */
    void beginArray() throws IOException;

    /** A list ends. */
    void endArray() throws IOException;

    /** A text. */
    void text(String value) throws IOException;

    /** A whole number. */
    void number(long value) throws IOException;

    /** A number with a fraction. */
    void number(double value) throws IOException;

    /** A number of any size in decimal digits. */
    void number(String digits) throws IOException;

    /** A boolean. */
    void flag(boolean value) throws IOException;

    /** A time in seconds since 1970. */
    void time(long epochSecond) throws IOException;

    /** A value that is not kept for the sake of secrecy. */
    void hidden() throws IOException;

    /** No value. */
    void missing() throws IOException;
}
