package io.vaportrail.testkit;

import io.vaportrail.app.Emulator;
import io.vaportrail.app.EmulatorOptions;
import io.vaportrail.core.random.SeededIds;
import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.core.service.IamMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How an emulator in this process is to be started. */
public final class VaportrailBuilder {
    private int port;
    private boolean strict;
    private PolicyMode policies = PolicyMode.OFF;
    private @Nullable Long seed;
    private @Nullable Path seedFile;

    VaportrailBuilder() {}

    /**
     * Where it listens, on 127.0.0.1; any free port unless set.
     *
     * @param number 0 to 65535; 0 takes any free port
     * @throws IllegalArgumentException when it is out of range
     */
    public VaportrailBuilder port(int number) {
        if (number < 0 || number > 65_535) {
            throw new IllegalArgumentException("port: " + number + " (expected: 0 to 65535)");
        }
        port = number;
        return this;
    }

    /** Whether policies decide over calls; off unless set. */
    public VaportrailBuilder policies(PolicyMode mode) {
        policies = mode;
        return this;
    }

    /** Has AWS's waiting rules hold, such as a deleted queue's name being blocked for 60 seconds; they do not unless set. */
    public VaportrailBuilder strict() {
        strict = true;
        return this;
    }

    /** Makes ids the same in each run; unpredictable unless set. */
    public VaportrailBuilder seed(long number) {
        seed = number;
        return this;
    }

    /** Has the calls of a file made at start; {@code docs/seed.md} describes it. */
    public VaportrailBuilder seedFile(Path file) {
        seedFile = file;
        return this;
    }

    /**
     * Starts it.
     *
     * @throws UncheckedIOException when the port cannot be had, or a call of the seed file fails; the message names its line
     */
    public Vaportrail start() {
        EmulatorSettings settings = new EmulatorSettings(strict, Vaportrail.DEFAULT_ACCOUNT, Vaportrail.REGION, null)
                .with(IamMode.valueOf(policies.name()));
        EmulatorOptions options = EmulatorOptions.of("127.0.0.1", port).with(settings);
        Long number = seed;
        if (number != null) {
            options = options.with(new SeededIds(number));
        }
        try {
            Emulator emulator = Emulator.start(options, seedFile);
            return Vaportrail.owning(emulator.endpoint(), emulator::close);
        } catch (IOException e) {
            throw new UncheckedIOException("start on port " + port + ": " + e.getMessage(), e);
        }
    }
}
