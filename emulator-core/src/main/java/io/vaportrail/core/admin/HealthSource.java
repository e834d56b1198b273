package io.vaportrail.core.admin;

import java.util.Map;

/** A part of the emulator that tells how it is doing. */
public interface HealthSource {
    /** The name of its section. */
    String name();

    /** Numbers by name, in the order to show them in. Must be quick. */
    Map<String, Long> numbers();
}
