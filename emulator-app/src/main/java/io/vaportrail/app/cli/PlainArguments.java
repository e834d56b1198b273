package io.vaportrail.app.cli;

import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of a start that are written the plain way ({@code --flag value}, {@code --flag=value}, {@code --strict}). That is
 * how nearly every start is called, and picocli takes longer for it than the rest of the start: its classes have a format too old
 * to be archived. Whatever is not plain, mistakes included, is left to picocli.
 */
final class PlainArguments {
    private PlainArguments() {}

    /** The values that the arguments give, or {@code null} when they are not plain. */
    static @Nullable StartValues read(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("start")) {
            return null;
        }
        StartValues values = new StartValues();
        int next = 1;
        while (next < arguments.length) {
            String argument = arguments[next++];
            int equals = argument.indexOf('=');
            StartOption option = find(equals < 0 ? argument : argument.substring(0, equals));
            if (option == null || values.hasFlag(option)) {
                return null;
            }
            if (equals >= 0) {
                values.putFlag(option, argument.substring(equals + 1));
            } else if (option.isSwitch()) {
                if (next < arguments.length && !arguments[next].startsWith("-")) {
                    return null;
                }
                values.putFlag(option, "true");
            } else if (next < arguments.length && !arguments[next].startsWith("-")) {
                values.putFlag(option, arguments[next++]);
            } else {
                return null;
            }
        }
        return values;
    }

    private static @Nullable StartOption find(String flag) {
        for (StartOption option : StartOption.values()) {
            if (option.flag().equals(flag)) {
                return option;
            }
        }
        return null;
    }
}
