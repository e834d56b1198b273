package io.vaportrail.s3.store;

import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The uploads of a bucket that are not complete, by key and start. Guarded by the bucket's lock. */
public final class Uploads {
    private final TreeMap<Place, Upload> uploads = new TreeMap<>(
            Comparator.comparing(Place::key, Utf8Order.INSTANCE).thenComparing(Place::id, Comparator.naturalOrder()));

    /**
     * Where an upload stands in the list.
     *
     * @param key of the object to be
     * @param id of the upload; grows with time
     */
    public record Place(String key, String id) {}

    /** The upload of this id for this key, or {@code null}. */
    public @Nullable Upload find(String key, String id) {
        return uploads.get(new Place(key, id));
    }

    /** Adds an upload. */
    public void add(Upload upload) {
        uploads.put(new Place(upload.target().key(), upload.id()), upload);
    }

    /** Removes an upload, and gives it back unless it was gone. */
    public @Nullable Upload remove(String key, String id) {
        return uploads.remove(new Place(key, id));
    }

    /** All uploads in order; those after a place come from its tail. */
    public NavigableMap<Place, Upload> all() {
        return uploads;
    }

    /** Forgets all, and gives the parts' memory back. */
    void clear(ObjectMemory memory) {
        for (Upload upload : uploads.values()) {
            upload.release(memory);
        }
        uploads.clear();
    }
}
