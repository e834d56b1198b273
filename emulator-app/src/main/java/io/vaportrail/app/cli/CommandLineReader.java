package io.vaportrail.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the command line and the variables. Of an option, the flag goes before the variable, the variable before the default. */
public final class CommandLineReader {
    /** Read without picocli: a container's health check runs it every few seconds. */
    static final String HEALTH = "health";

    private static final String PREFIX = "VAPORTRAIL_";

    /** What Kubernetes puts into every pod for a service of the name vaportrail; the port's is no number. */
    private static final Pattern KUBERNETES = Pattern.compile("VAPORTRAIL_(SERVICE_.*|PORT_\\d+_.*)");

    private final Map<String, String> environment;
    private final String version;

    /**
     * A reader.
     *
     * @param environment the variables
     * @param version the version that is printed
     */
    public CommandLineReader(Map<String, String> environment, String version) {
        this.environment = environment;
        this.version = version;
    }

    /**
     * Reads.
     *
     * @throws UsageException when an option, a variable, or a value of one is wrong
     */
    public Command read(String... arguments) throws UsageException {
        if (arguments.length == 1 && arguments[0].equals(HEALTH)) {
            return health();
        }
        StartValues plain = PlainArguments.read(arguments);
        if (plain != null) {
            return start(plain);
        }
        PicocliArguments parsed = PicocliArguments.read(version, arguments);
        StartValues values = parsed.start();
        return values == null ? parsed.other() : start(values);
    }

    private Command health() throws UsageException {
        StartValues values = new StartValues();
        String text = environment.get(StartOption.PORT.variable());
        if (text != null && !isKubernetesPort(StartOption.PORT, text)) {
            values.putVariable(StartOption.PORT, text);
        }
        return new Command.Health(StartOptions.of(values).server().port());
    }

    private Command start(StartValues values) throws UsageException {
        for (StartOption option : StartOption.values()) {
            String text = environment.get(option.variable());
            if (text != null && !isKubernetesPort(option, text)) {
                values.putVariable(option, text);
            }
        }
        List<String> notices = new ArrayList<>();
        for (String variable : environment.keySet()) {
            if (variable.startsWith(PREFIX) && !isKnown(variable)) {
                notices.add(
                        variable + ": unknown variable, ignored (expected: one that 'vaportrail start --help' names)");
            }
        }
        return new Command.Start(StartOptions.of(values), notices);
    }

    private static boolean isKubernetesPort(StartOption option, String value) {
        return option == StartOption.PORT && value.startsWith("tcp://");
    }

    private static boolean isKnown(String variable) {
        return KUBERNETES.matcher(variable).matches()
                || Arrays.stream(StartOption.values())
                        .anyMatch(option -> option.variable().equals(variable));
    }
}
