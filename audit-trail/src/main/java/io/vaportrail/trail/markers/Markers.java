package io.vaportrail.trail.markers;

import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.trail.store.TrailStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All markers, by name. Safe for any thread. */
public final class Markers {
    /** How many there may be. */
    public static final int MOST = 1000;

    /** What a name looks like, for those who sent another. */
    public static final String NAME_RULE = "1 to 64 letters, digits, dots, dashes and underscores";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final TrailStore store;
    private final EmulatorClock clock;
    private final Map<String, Marker> byName = new TreeMap<>();

    /** No markers yet. */
    public Markers(TrailStore store, EmulatorClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether a marker may have that name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Sets a marker here and now; one of that name moves.
     *
     * @param name as {@link #isName} has it
     * @param account whose reset drops the marker, or {@code null}
     * @return the marker, or {@code null} when there are {@link #MOST} others already
     */
    public synchronized @Nullable Marker set(String name, @Nullable String account) {
        if (!byName.containsKey(name) && byName.size() >= MOST) {
            return null;
        }
        Marker marker = new Marker(name, clock.now(), store.end(), account);
        byName.put(name, marker);
        return marker;
    }

    /** The marker of that name, or {@code null}. */
    public synchronized @Nullable Marker find(String name) {
        return byName.get(name);
    }

    /** All, by name. */
    public synchronized List<Marker> all() {
        return new ArrayList<>(byName.values());
    }

    /** Removes a marker and tells whether there was one. */
    public synchronized boolean remove(String name) {
        return byName.remove(name) != null;
    }

    /**
     * Drops all markers, or those of one account.
     *
     * @param accountId 12 digits, or {@code null} for all
     */
    public synchronized void reset(@Nullable String accountId) {
        byName.values().removeIf(marker -> accountId == null || accountId.equals(marker.account()));
    }
}
