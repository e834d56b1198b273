package io.vaportrail.logs.transform;

import com.google.re2j.Pattern;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.model.logs.DateTimeConverter;
import io.vaportrail.model.logs.Type;
import io.vaportrail.model.logs.TypeConverter;
import io.vaportrail.model.logs.TypeConverterEntry;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The processors that convert values. What cannot be converted stays as it is.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Datatype.html">Datatype
 *     converter processors</a>
 */
final class Conversions {
    private static final String TARGET_FORMAT = "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'";

    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,18}(\\.\\d{1,18})?([eE][-+]?\\d{1,3})?");

    private Conversions() {}

    /** {@code typeConverter}. */
    static Step types(TypeConverter given) {
        List<Step> steps = new ArrayList<>();
        for (TypeConverterEntry entry : given.entries()) {
            KeyPath key = KeyPath.of(entry.key());
            steps.add(event -> {
                Object converted = converted(event.get(key), entry.type());
                if (converted != null) {
                    event.put(key, converted, true);
                }
            });
        }
        return TextSteps.all(steps);
    }

    private static @Nullable Object converted(@Nullable Object value, String type) {
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            return null;
        }
        String text = value.toString();
        Number number = number(text);
        return switch (type) {
            case Type.STRING -> text;
            case Type.BOOLEAN -> text.equalsIgnoreCase("true") ? Boolean.TRUE : isFalse(text) ? Boolean.FALSE : null;
            case Type.INTEGER -> number == null ? null : Long.valueOf(number.longValue());
            default -> number == null ? null : Double.valueOf(number.doubleValue());
        };
    }

    private static boolean isFalse(String text) {
        return text.equalsIgnoreCase("false");
    }

    /** The number that a text is: whole, or with a fraction or an exponent; {@code null} when it is none. */
    static @Nullable Number number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return null;
        }
        if (WHOLE.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        double number = Double.parseDouble(text);
        return Double.isInfinite(number) ? null : Double.valueOf(number);
    }

    /** {@code dateTimeConverter}: read in the time zone of the source, written in that of the target. */
    static Step dateTime(DateTimeConverter given) {
        KeyPath source = KeyPath.of(given.source());
        KeyPath target = KeyPath.of(given.target());
        Locale locale = locale(given.locale());
        ZoneId from = zone(given.sourceTimezone());
        ZoneId to = zone(given.targetTimezone());
        List<DateTimeFormatter> patterns = new ArrayList<>();
        for (String pattern : given.matchPatterns()) {
            patterns.add(formatter(pattern, locale));
        }
        DateTimeFormatter format = formatter(Objects.requireNonNullElse(given.targetFormat(), TARGET_FORMAT), locale);
        return event -> {
            ZonedDateTime time = event.get(source) instanceof String text ? read(text, patterns, from) : null;
            if (time != null) {
                event.put(target, written(time.withZoneSameInstant(to), format), true);
            }
        };
    }

    private static String written(ZonedDateTime time, DateTimeFormatter format) throws TransformException {
        try {
            return format.format(time);
        } catch (DateTimeException e) {
            throw new TransformException("dateTimeConverter: " + time + " cannot be written in the target format");
        }
    }

    private static @Nullable ZonedDateTime read(String text, List<DateTimeFormatter> patterns, ZoneId from) {
        for (DateTimeFormatter pattern : patterns) {
            try {
                TemporalAccessor read =
                        pattern.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
                return read instanceof ZonedDateTime zoned
                        ? zoned
                        : read instanceof LocalDateTime local
                                ? local.atZone(from)
                                : LocalDate.from(read).atStartOfDay(from);
            } catch (DateTimeException e) {
                continue;
            }
        }
        return null;
    }

    private static DateTimeFormatter formatter(String pattern, Locale locale) {
        try {
            return DateTimeFormatter.ofPattern(pattern, locale);
        } catch (IllegalArgumentException e) {
            throw LogsErrors.invalid("Invalid transformer: '" + pattern + "' is no pattern of dates and times.");
        }
    }

    private static ZoneId zone(@Nullable String zone) {
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw LogsErrors.invalid("Invalid transformer: '" + zone + "' is no time zone.");
        }
    }

    private static Locale locale(@Nullable String given) {
        if (given == null || given.equals("locale.ROOT")) {
            return Locale.ROOT;
        }
        Locale locale = Locale.forLanguageTag(given.replace('_', '-'));
        if (locale.getLanguage().isEmpty()) {
            throw LogsErrors.invalid("Invalid transformer: '" + given + "' is no locale.");
        }
        return locale;
    }
}
