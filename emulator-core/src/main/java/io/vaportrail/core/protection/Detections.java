package io.vaportrail.core.protection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is done about places with sensitive data. */
public final class Detections {
    private Detections() {}

    /** The places in order, those that touch one another made one. */
    public static List<Detection> merged(List<Detection> places) {
        List<Detection> sorted = new ArrayList<>(places);
        sorted.sort(Comparator.comparingInt(Detection::start));
        List<Detection> merged = new ArrayList<>();
        for (Detection place : sorted) {
            Detection last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && place.start() <= last.end()) {
                merged.set(merged.size() - 1, new Detection(last.start(), Math.max(last.end(), place.end())));
            } else {
                merged.add(place);
            }
        }
        return merged;
    }

    /** The text with each character of these places replaced. */
    public static String masked(String text, List<Detection> places, char by) {
        if (places.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text);
        for (Detection place : places) {
            for (int i = place.start(); i < place.end(); i++) {
                masked.setCharAt(i, by);
            }
        }
        return masked.toString();
    }

    /** The text without these places. */
    public static String removed(String text, List<Detection> places) {
        StringBuilder left = new StringBuilder(text.length());
        int from = 0;
        for (Detection place : merged(places)) {
            left.append(text, from, place.start());
            from = place.end();
        }
        return left.append(text, from, text.length()).toString();
    }
}
