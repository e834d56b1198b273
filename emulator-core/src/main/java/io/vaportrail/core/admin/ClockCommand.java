package io.vaportrail.core.admin;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vaportrail.core.time.EmulatorClock;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** What the clock is told: one of three things. */
sealed interface ClockCommand {
    /** The forms that a command can have, for those who sent another. */
    String FORMS = "one of {\"advance\":\"PT1H\"}, {\"set\":\"2030-01-01T00:00:00Z\"}, {\"freeze\":true}";

    /** More is no command. */
    int LONGEST = 1024;

    /** Moves time by a duration. */
    record Advance(Duration duration) implements ClockCommand {}

    /** Moves time to an instant. */
    record Set(Instant instant) implements ClockCommand {}

    /** Stops time or lets it run. */
    record Freeze(boolean frozen) implements ClockCommand {}

    /**
     * Does it.
     *
     * @return whether all work that it set off has settled
     * @throws IllegalArgumentException when time would go back or too far
     */
    default boolean run(EmulatorClock clock) {
        if (this instanceof Advance advance) {
            return clock.advance(advance.duration);
        }
        if (this instanceof Set set) {
            return clock.set(set.instant);
        }
        if (this instanceof Freeze freeze && freeze.frozen) {
            clock.freeze();
        } else {
            clock.unfreeze();
        }
        return true;
    }

    /** Reads a command: an object with a single member. */
    static ClockCommand parse(byte[] body) throws AdminException {
        if (body.length > LONGEST) {
            throw new AdminException("clock: " + body.length + " bytes (expected: " + FORMS + ")");
        }
        try (JsonParser json = AdminJson.FACTORY.createParser(body)) {
            if (json.nextToken() == JsonToken.START_OBJECT && json.nextToken() == JsonToken.FIELD_NAME) {
                ClockCommand command = member(json.currentName(), json.nextToken(), json);
                if (json.nextToken() != JsonToken.END_OBJECT) {
                    throw new AdminException("clock: more than one member (expected: " + FORMS + ")");
                }
                if (json.nextToken() == null) {
                    return command;
                }
            }
        } catch (IOException e) {
            throw new AdminException("clock: malformed JSON (expected: " + FORMS + ")");
        }
        throw new AdminException("clock: no JSON object with a member (expected: " + FORMS + ")");
    }

    private static ClockCommand member(String name, JsonToken value, JsonParser json)
            throws IOException, AdminException {
        String text = value.isStructStart() ? value.asString() : json.getText();
        String complaint = name + ": " + text + " (expected: " + FORMS + ")";
        try {
            if (name.equals("advance") && value == JsonToken.VALUE_STRING) {
                return new Advance(Duration.parse(text));
            }
            if (name.equals("set") && value == JsonToken.VALUE_STRING) {
                return new Set(Instant.parse(text));
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw new AdminException(complaint);
        }
        if (name.equals("freeze") && value.isBoolean()) {
            return new Freeze(value == JsonToken.VALUE_TRUE);
        }
        throw new AdminException(complaint);
    }
}
