package io.vaportrail.logs.insights.pattern;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is unusual about patterns, in the five types that AWS's documentation of the {@code anomaly} command names: patterns that
 * are new, come unusually often or seldom, have unusual values or numbers in the places that change, or HTTP codes of errors. AWS says
 * that it uses machine learning and no more; how it is found here is ours, and the same events always give the same result.
 *
 * <p>What is unusual is so beside what the same time has else: the time in which there were events is cut into up to 64 parts, those
 * without any event are left out, and with fewer than eight nothing is judged. {@link Deviation} says how far is too far. A pattern is new
 * when it came first in the second half of the time, while no more than a fifth of all patterns did so, and is an error or came three
 * times. A place has values as long as they are no more than sixteen, else numbers.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Anomaly.html">anomaly</a>
 */
public final class AnomalyFinder {
    private static final int MOST_SAMPLES = 5;

    /** Events that a place must have had. */
    private static final int LEAST_VALUES = 64;

    private static final int LEAST_NEW = 3;
    private static final int LEAST_BEFORE = 32;

    /** One pattern in so many may be new. */
    private static final int NEW_PART = 5;

    private static final double NEW_SCORE = 0.25;
    private static final double HALF_SCORE_PERCENT = 500;

    private static final Pattern TOKEN = Pattern.compile("<(?:Date|Time|IPAddress|UUID|Hex|Number)-\\d+>");
    private static final Pattern HTTP = Pattern.compile("(?i)status|http|code|response");
    private static final Pattern HTTP_CODE = Pattern.compile("[1-5]\\d\\d");

    /** How far in front of a code it may say that it is one, in characters. */
    private static final int HTTP_BEFORE = 24;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final TimeBins bins;
    private final int[] parts;
    private final double[] totals;
    private final boolean noveltyIsRare;

    /** Over patterns whose times the bins have. */
    public AnomalyFinder(TimeBins bins, Collection<PatternHistory> patterns) {
        this.bins = bins;
        int[] all = new int[bins.count()];
        Arrays.setAll(all, part -> part);
        double[] counts = new double[all.length];
        for (PatternHistory pattern : patterns) {
            double[] some = pattern.counts().counts(all);
            Arrays.setAll(counts, part -> counts[part] + some[part]);
        }
        this.parts = Arrays.stream(all).filter(part -> counts[part] > 0).toArray();
        this.totals = Arrays.stream(counts).filter(count -> count > 0).toArray();
        long fresh = patterns.stream().filter(this::isLate).count();
        this.noveltyIsRare = fresh <= Math.max(LEAST_NEW, patterns.size() / NEW_PART);
    }

    /** What is unusual about one of the patterns, the type that explains most first; mostly nothing. */
    public List<Anomaly> of(String template, PatternHistory history) {
        if (parts.length < Deviation.LEAST_VALUES) {
            return List.of();
        }
        List<Anomaly> anomalies = new ArrayList<>();
        String pattern = TOKEN.matcher(template).replaceAll("<*>");
        double severity = severity(template);
        if (isNew(history, severity)) {
            anomalies.add(new Anomaly(
                    Anomaly.Kind.NEW_PATTERN,
                    "New pattern, first seen at " + TIME.format(Instant.ofEpochMilli(history.firstMillis())),
                    pattern,
                    score(severity, NEW_SCORE),
                    history.firstMillis(),
                    history.samples(parts, MOST_SAMPLES)));
            return anomalies;
        }
        Deviation frequency = Deviation.ofCounts(history.counts().counts(parts));
        if (frequency != null) {
            anomalies.add(anomaly(
                    Anomaly.Kind.PATTERN_FREQUENCY,
                    " in the count of the pattern",
                    frequency,
                    pattern,
                    severity,
                    samples(history, frequency)));
        }
        List<TokenHistory> tokens = history.tokens();
        List<String> before = List.of(TOKEN.split(template, -1));
        for (int i = 0; i < tokens.size(); i++) {
            Deviant deviant = ofToken(history, tokens.get(i), i + 1, before.get(i));
            if (deviant != null) {
                anomalies.add(
                        anomaly(deviant.kind, deviant.what, deviant.deviation, pattern, severity, deviant.samples));
            }
        }
        return anomalies;
    }

    private record Deviant(Anomaly.Kind kind, String what, Deviation deviation, List<Sample> samples) {}

    private @Nullable Deviant ofToken(PatternHistory history, TokenHistory token, int number, String before) {
        boolean changesAlways = token.kind() == MessageTemplate.Kind.DATE || token.kind() == MessageTemplate.Kind.TIME;
        if (changesAlways || history.count() < LEAST_VALUES) {
            return null;
        }
        List<TokenHistory.Value> values = token.values();
        Series numbers = token.numbers();
        if (values != null) {
            String around = before.substring(Math.max(before.length() - HTTP_BEFORE, 0));
            boolean http = HTTP.matcher(around).find()
                    && values.stream()
                            .allMatch(value -> HTTP_CODE.matcher(value.text()).matches());
            return http ? ofCodes(history, values) : ofValues(history, values, number);
        }
        Deviation deviation = numbers == null
                ? null
                : Deviation.ofMeans(numbers.counts(parts), numbers.sums(parts), numbers.squares(parts));
        return deviation == null
                ? null
                : new Deviant(
                        Anomaly.Kind.NUMERICAL_TOKEN,
                        " in the mean of number " + number,
                        deviation,
                        samples(history, deviation));
    }

    /** The class of codes of errors that grew most beyond its share. */
    private @Nullable Deviant ofCodes(PatternHistory history, List<TokenHistory.Value> values) {
        Deviant most = null;
        for (char digit : new char[] {'5', '4'}) {
            double[] counts = new double[parts.length];
            List<Sample> samples = new ArrayList<>();
            for (TokenHistory.Value value : values) {
                if (value.text().charAt(0) == digit) {
                    double[] some = value.counts().counts(parts);
                    Arrays.setAll(counts, part -> counts[part] + some[part]);
                    samples.add(value.first());
                }
            }
            Deviation deviation = Deviation.ofShare(counts, history.counts().counts(parts));
            if (deviation != null && (most == null || deviation.percent() > most.deviation.percent())) {
                String what = " in " + digit + "xx HTTP codes";
                most = new Deviant(Anomaly.Kind.HTTP_ERROR_CODE, what, deviation, few(samples));
            }
        }
        return most;
    }

    /** The value that grew most beyond its share. */
    private @Nullable Deviant ofValues(PatternHistory history, List<TokenHistory.Value> values, int number) {
        Deviant most = null;
        for (TokenHistory.Value value : values) {
            Deviation deviation = Deviation.ofShare(
                    value.counts().counts(parts), history.counts().counts(parts));
            if (deviation != null && (most == null || deviation.percent() > most.deviation.percent())) {
                most = new Deviant(
                        Anomaly.Kind.TOKEN_VARIATION,
                        " in the count of value " + value.text() + " of token " + number,
                        deviation,
                        List.of(value.first()));
            }
        }
        return most;
    }

    private static List<Sample> few(List<Sample> samples) {
        return List.copyOf(samples.subList(0, Math.min(samples.size(), MOST_SAMPLES)));
    }

    private List<Sample> samples(PatternHistory history, Deviation deviation) {
        return history.samples(Arrays.copyOfRange(parts, deviation.from(), deviation.to()), MOST_SAMPLES);
    }

    private Anomaly anomaly(
            Anomaly.Kind kind,
            String what,
            Deviation deviation,
            String pattern,
            double severity,
            List<Sample> samples) {
        double percent = Math.abs(deviation.percent());
        String change = deviation.percent() < 0 ? "% decrease" : "% increase";
        return new Anomaly(
                kind,
                String.format(Locale.ROOT, "%.1f", percent) + change + what,
                pattern,
                score(severity, percent / (percent + HALF_SCORE_PERCENT)),
                bins.startMillis(parts[deviation.from()]),
                samples);
    }

    private boolean isNew(PatternHistory history, double severity) {
        if (!noveltyIsRare || !isLate(history) || history.count() < LEAST_NEW && severity < severity("ERROR")) {
            return false;
        }
        double before = 0;
        int first = bins.part(history.firstMillis());
        for (int i = 0; i < parts.length && parts[i] < first; i++) {
            before += totals[i];
        }
        return before >= LEAST_BEFORE;
    }

    /** Whether it came first in the second half of the time. */
    private boolean isLate(PatternHistory history) {
        int part = Arrays.binarySearch(parts, bins.part(history.firstMillis()));
        return 2 * part >= parts.length;
    }

    /** What its words make of an anomaly alone. */
    private static double severity(String template) {
        double severity =
                switch (MessageTemplate.severity(template)) {
                    case "FATAL" -> 0.6;
                    case "ERROR" -> 0.4;
                    case "WARN" -> 0.2;
                    default -> 0;
                };
        return template.contains("Exception") ? Math.max(severity, 0.4) : severity;
    }

    /** Grows with either, and is never more than one. */
    private static double score(double severity, double deviation) {
        return 1 - (1 - severity) * (1 - deviation);
    }
}
