package io.vaportrail.app.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts that the options have been given, and what they mean. */
final class StartValues {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,10})([kmg]?)");
    private static final String SIZE_SUFFIXES = " kmg";
    private static final int BITS_PER_SUFFIX = 10;
    private static final Pattern REGION = Pattern.compile("[a-z]{2,8}(-[a-z]{2,16}){1,3}-\\d{1,2}");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    private final Map<StartOption, Given> given = new EnumMap<>(StartOption.class);

    /**
     * A text and where it came from.
     *
     * @param source the flag or variable, as an error names it
     */
    private record Given(String source, String text) {
        UsageException wrong(String expected) {
            return new UsageException(source + ": " + text + " (expected: " + expected + ")");
        }
    }

    /** Takes a flag's text; goes before what was put for the option already. */
    void putFlag(StartOption option, String text) {
        given.put(option, new Given(option.flag(), text));
    }

    /** Takes a variable's text, unless the option has one already. */
    void putVariable(StartOption option, String text) {
        given.putIfAbsent(option, new Given(option.variable(), text));
    }

    /** Whether a flag's text was put already. */
    boolean hasFlag(StartOption option) {
        Given found = given.get(option);
        return found != null && found.source.equals(option.flag());
    }

    private @Nullable Given find(StartOption option) {
        Given found = given.get(option);
        String fallback = option.defaultText();
        return found == null && fallback != null ? new Given(option.flag(), fallback) : found;
    }

    private Given get(StartOption option) {
        Given found = find(option);
        if (found == null) {
            throw new IllegalStateException(option + " without a default (expected: find)");
        }
        return found;
    }

    String text(StartOption option) {
        return get(option).text;
    }

    String nonEmpty(StartOption option, String expected) throws UsageException {
        Given found = get(option);
        if (found.text.isBlank()) {
            throw found.wrong(expected);
        }
        return found.text;
    }

    int integer(StartOption option, int min, int max) throws UsageException {
        Given found = get(option);
        try {
            int value = Integer.parseInt(found.text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Worded below.
        }
        throw found.wrong(min + " to " + max);
    }

    /** A file's path, or {@code null} when nothing was given. */
    @Nullable Path path(StartOption option) throws UsageException {
        Given found = find(option);
        if (found == null) {
            return null;
        }
        try {
            return Path.of(nonEmpty(option, "a file"));
        } catch (InvalidPathException e) {
            throw found.wrong("a file");
        }
    }

    @Nullable Long wholeNumber(StartOption option) throws UsageException {
        Given found = find(option);
        if (found == null) {
            return null;
        }
        try {
            return Long.valueOf(found.text);
        } catch (NumberFormatException e) {
            throw found.wrong("a whole number");
        }
    }

    boolean isTrue(StartOption option) throws UsageException {
        Given found = get(option);
        return switch (found.text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw found.wrong("true or false");
        };
    }

    /** Bytes, written as digits with k, m or g behind them for powers of 1024. */
    long size(StartOption option, long min, long max) throws UsageException {
        Given found = get(option);
        var match = SIZE.matcher(found.text.toLowerCase(Locale.ROOT));
        if (match.matches()) {
            int power = match.group(2).isEmpty() ? 0 : SIZE_SUFFIXES.indexOf(match.group(2));
            long value = Long.parseLong(match.group(1)) << power * BITS_PER_SUFFIX;
            if (value >= min && value <= max) {
                return value;
            }
        }
        throw found.wrong("bytes, or a number with k, m or g, from " + min + " to " + max);
    }

    Duration duration(StartOption option, Duration min, Duration max) throws UsageException {
        Given found = get(option);
        try {
            Duration value = Duration.parse(found.text);
            if (value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
                return value;
            }
        } catch (DateTimeParseException e) {
            // Worded below.
        }
        throw found.wrong("a duration such as PT5S, from " + min + " to " + max);
    }

    /** Bytes as {@link #size} reads them, or {@code null} when nothing was given and there is no default. */
    @Nullable Long sizeOrNull(StartOption option, long min, long max) throws UsageException {
        return find(option) == null ? null : Long.valueOf(size(option, min, max));
    }

    String account(StartOption option) throws UsageException {
        return matching(option, ACCOUNT, "12 digits");
    }

    String region(StartOption option) throws UsageException {
        return matching(option, REGION, "a region such as us-east-1");
    }

    private String matching(StartOption option, Pattern pattern, String expected) throws UsageException {
        Given found = get(option);
        if (!pattern.matcher(found.text).matches()) {
            throw found.wrong(expected);
        }
        return found.text;
    }

    String oneOf(StartOption option, List<String> allowed) throws UsageException {
        Given found = get(option);
        String value = found.text.toLowerCase(Locale.ROOT);
        if (!allowed.contains(value)) {
            throw found.wrong(String.join(", ", allowed));
        }
        return value;
    }

    /** An address without path, without a trailing slash. */
    @Nullable String baseUrl(StartOption option) throws UsageException {
        Given found = find(option);
        if (found == null) {
            return null;
        }
        try {
            URI uri = new URI(found.text);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean bare = uri.getPath() != null
                    && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
            if (http && bare && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
                return uri.getScheme() + "://" + uri.getAuthority();
            }
        } catch (URISyntaxException e) {
            // Worded below.
        }
        throw found.wrong("http:// or https://, a host, and a port if need be");
    }

    /** A host and a port with a colon between them, an IPv6 address in brackets. */
    @Nullable String hostAndPort(StartOption option) throws UsageException {
        Given found = find(option);
        if (found == null) {
            return null;
        }
        try {
            URI uri = new URI("smtp://" + found.text);
            boolean bare = found.text.equals(uri.getAuthority()) && uri.getUserInfo() == null;
            if (bare && uri.getHost() != null && uri.getPort() > 0 && uri.getPort() <= 0xFFFF) {
                return found.text;
            }
        } catch (URISyntaxException e) {
            // Worded below.
        }
        throw found.wrong("a host, a colon and a port");
    }
}
