package io.vaportrail.s3.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The keys of a bucket in order, each with its versions. Guarded by the bucket's lock. Listing seeks: what a page skips costs nothing. */
final class ObjectTable {
    private final TreeMap<String, KeyVersions> keys = new TreeMap<>(Utf8Order.INSTANCE);

    boolean isEmpty() {
        return keys.isEmpty();
    }

    int size() {
        return keys.size();
    }

    Iterable<KeyVersions> all() {
        return keys.values();
    }

    @Nullable KeyVersions find(String key) {
        return keys.get(key);
    }

    /** Puts a version; gives back the null version that it replaced, if any. */
    @Nullable ObjectVersion add(ObjectVersion version) {
        return keys.computeIfAbsent(version.key(), key -> new KeyVersions()).add(version);
    }

    @Nullable ObjectVersion remove(String key, String versionId) {
        KeyVersions versions = keys.get(key);
        ObjectVersion removed = versions == null ? null : versions.remove(versionId);
        if (versions != null && versions.isEmpty()) {
            keys.remove(key);
        }
        return removed;
    }

    /** All versions of the keys after one, key by key, until there are enough. */
    List<List<ObjectVersion>> versionsAfter(String key, int enough) {
        List<List<ObjectVersion>> found = new ArrayList<>();
        int count = 0;
        for (KeyVersions versions : keys.tailMap(key, false).values()) {
            if (count >= enough) {
                break;
            }
            found.add(List.copyOf(versions.all()));
            count += versions.all().size();
        }
        return found;
    }

    /** A page of the newest versions, without deleted ones. */
    ListPage list(ListQuery query) {
        List<ObjectVersion> objects = new ArrayList<>(Math.min(query.max(), keys.size()));
        Walk walk = new Walk(query, false);
        while (walk.next()) {
            ObjectVersion newest = walk.versions().newest();
            if (newest.isDeleteMarker() || walk.takeCommonPrefix()) {
                continue;
            }
            if (walk.isFull()) {
                break;
            }
            objects.add(newest);
            walk.took(newest.key());
        }
        return new ListPage(objects, walk.commonPrefixes, walk.last, walk.truncated);
    }

    /** A page of all versions. */
    VersionPage list(VersionQuery query) {
        List<VersionPage.Listed> found = new ArrayList<>();
        String lastVersion = "";
        Walk walk = new Walk(query.keys(), !query.afterVersion().isEmpty());
        while (!walk.truncated && walk.next()) {
            if (walk.takeCommonPrefix()) {
                lastVersion = "";
                continue;
            }
            List<ObjectVersion> versions = walk.versions().all();
            for (int i = firstAfter(walk.key, versions, query); i < versions.size() && !walk.isFull(); i++) {
                found.add(new VersionPage.Listed(versions.get(i), i == 0));
                lastVersion = versions.get(i).versionId();
                walk.took(walk.key);
            }
        }
        return new VersionPage(found, walk.commonPrefixes, walk.last, lastVersion, walk.truncated);
    }

    private static int firstAfter(String key, List<ObjectVersion> versions, VersionQuery query) {
        if (query.afterVersion().isEmpty() || !key.equals(query.keys().after())) {
            return 0;
        }
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i).versionId().equals(query.afterVersion())) {
                return i + 1;
            }
        }
        return versions.size();
    }

    /** Goes through the keys of a query from where it starts, jumping over what common prefixes cover. */
    private final class Walk {
        private final ListQuery query;
        private final List<String> commonPrefixes = new ArrayList<>();
        private @Nullable Iterator<Map.Entry<String, KeyVersions>> rest;
        private String key = "";
        private @Nullable KeyVersions current;
        private int taken;
        private String last = "";
        private boolean truncated;

        /** Starts after the query's marker, or at it when some versions of that key are still to come. */
        Walk(ListQuery query, boolean atMarker) {
            this.query = query;
            String after = query.after();
            if (Utf8Order.INSTANCE.compare(after, query.prefix()) < 0) {
                rest = from(query.prefix(), true);
            } else if (!query.delimiter().isEmpty() && after.equals(commonPrefixOf(after))) {
                seek(Utf8Order.after(after));
            } else {
                rest = from(after, atMarker || after.isEmpty());
            }
            if (query.max() == 0) {
                rest = null;
            }
        }

        boolean next() {
            if (rest == null || truncated || !rest.hasNext()) {
                return false;
            }
            Map.Entry<String, KeyVersions> entry = rest.next();
            key = entry.getKey();
            current = entry.getValue();
            return key.startsWith(query.prefix());
        }

        KeyVersions versions() {
            KeyVersions versions = current;
            if (versions == null) {
                throw new IllegalStateException("walk: not on a key (expected: after next())");
            }
            return versions;
        }

        /** Whether the key is one of a common prefix, which then is taken in its place unless the page is full. */
        boolean takeCommonPrefix() {
            String prefix = commonPrefixOf(key);
            if (prefix == null) {
                return false;
            }
            if (!isFull()) {
                commonPrefixes.add(prefix);
                took(prefix);
                seek(Utf8Order.after(prefix));
            }
            return true;
        }

        /** Whether nothing more fits; then there is more than fits. */
        boolean isFull() {
            truncated = taken >= query.max();
            return truncated;
        }

        void took(String what) {
            taken++;
            last = what;
        }

        private @Nullable String commonPrefixOf(String text) {
            String delimiter = query.delimiter();
            if (delimiter.isEmpty() || !text.startsWith(query.prefix())) {
                return null;
            }
            int at = text.indexOf(delimiter, query.prefix().length());
            return at < 0 ? null : text.substring(0, at + delimiter.length());
        }

        private void seek(@Nullable String start) {
            rest = start == null ? null : from(start, true);
        }

        private Iterator<Map.Entry<String, KeyVersions>> from(String start, boolean inclusive) {
            return keys.tailMap(start, inclusive).entrySet().iterator();
        }
    }
}
