package io.vaportrail.metrics.alarm.anomaly;

import io.vaportrail.metrics.query.Datapoint;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a metric is expected to be. A plain model, not AWS's: the mean of each hour of the day once the history spans three days and
 * has all hours, before that the mean of everything; and the standard deviation of what is left. With periodic spikes each hour has
 * a deviation of its own, so that hours with spikes get a wide band and the others stay narrow.
 */
final class BandModel {
    /** How many points it takes to say anything. */
    static final int FEWEST = 24;

    private static final int HOURS = 24;
    private static final long THREE_DAYS = 3 * 86_400_000L;

    private final ZoneId zone;
    private final double[] mean;
    private final double[] deviation;

    private BandModel(ZoneId zone, double[] mean, double[] deviation) {
        this.zone = zone;
        this.mean = mean;
        this.deviation = deviation;
    }

    /** Learns from a history; {@code null} when that is too short. */
    static @Nullable BandModel learn(List<Datapoint> history, ZoneId zone, boolean periodicSpikes) {
        if (history.size() < FEWEST) {
            return null;
        }
        double[] sum = new double[HOURS];
        int[] count = new int[HOURS];
        double total = 0;
        for (Datapoint point : history) {
            int hour = hour(point.timestampMillis(), zone);
            sum[hour] += point.value();
            count[hour]++;
            total += point.value();
        }
        boolean daily = spansDays(history) && everyHour(count);
        double[] mean = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            mean[hour] = daily ? sum[hour] / count[hour] : total / history.size();
        }
        return new BandModel(zone, mean, deviations(history, zone, mean, count, daily && periodicSpikes));
    }

    private static boolean spansDays(List<Datapoint> history) {
        return history.get(history.size() - 1).timestampMillis()
                        - history.get(0).timestampMillis()
                >= THREE_DAYS;
    }

    private static boolean everyHour(int[] count) {
        for (int each : count) {
            if (each == 0) {
                return false;
            }
        }
        return true;
    }

    private static double[] deviations(
            List<Datapoint> history, ZoneId zone, double[] mean, int[] count, boolean hourly) {
        double[] squares = new double[HOURS];
        double total = 0;
        for (Datapoint point : history) {
            int hour = hour(point.timestampMillis(), zone);
            double rest = point.value() - mean[hour];
            squares[hour] += rest * rest;
            total += rest * rest;
        }
        double[] deviation = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            deviation[hour] = Math.sqrt(hourly ? squares[hour] / count[hour] : total / history.size());
        }
        return deviation;
    }

    private static int hour(long millis, ZoneId zone) {
        return Instant.ofEpochMilli(millis).atZone(zone).getHour();
    }

    /** The lower edge of the band at a time. */
    double lower(long millis, double deviations) {
        int hour = hour(millis, zone);
        return mean[hour] - deviations * deviation[hour];
    }

    /** The upper edge of the band at a time. */
    double upper(long millis, double deviations) {
        int hour = hour(millis, zone);
        return mean[hour] + deviations * deviation[hour];
    }
}
