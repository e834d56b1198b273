package io.vaportrail.identity.store;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The entities of one kind in one account, sorted by name. Names are not distinguished by case: two cannot differ in case alone,
 * and one is found however it is written. That lookups ignore case follows from the same sentence of AWS's; it was not tried.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html">"Names are not distinguished by case"</a>
 */
public final class NamedTable<E extends Entity> {
    private final ConcurrentNavigableMap<String, E> entities = new ConcurrentSkipListMap<>();

    /** The entity of this name, or {@code null}. */
    public @Nullable E get(String name) {
        return entities.get(key(name));
    }

    /** Adds an entity whose name is not taken. */
    public void add(E entity) {
        if (entities.putIfAbsent(key(entity.name()), entity) != null) {
            throw new IllegalArgumentException("name: " + entity.name() + " (expected: one that is not taken)");
        }
    }

    /** Takes an entity out. */
    public void remove(E entity) {
        entities.remove(key(entity.name()), entity);
    }

    /** Gives an entity a path and a name that is not taken by another. */
    public void rename(E entity, EntityName name) {
        remove(entity);
        entity.rename(name);
        add(entity);
    }

    /** All of them, by name. */
    public Collection<E> all() {
        return Collections.unmodifiableCollection(entities.values());
    }

    /** How many there are. */
    public int size() {
        return entities.size();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
