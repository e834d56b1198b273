package io.vaportrail.identity.iam;

import io.vaportrail.identity.store.Entity;
import io.vaportrail.identity.store.EntityName;
import io.vaportrail.identity.store.NamedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Paths and names. */
public final class Paths {
    private static final String ROOT = "/";

    private Paths() {}

    /** The name of a new entity, at the root where no path is given. */
    public static EntityName name(@Nullable String path, String name) {
        return new EntityName(path == null ? ROOT : path, name);
    }

    /** The entities below a path, sorted by name. */
    public static <E extends Entity> Paging<E> page(
            NamedTable<E> table, @Nullable String pathPrefix, @Nullable String marker, @Nullable Integer maxItems) {
        return Paging.of(below(table.all(), pathPrefix), Paths::sortKey, marker, maxItems);
    }

    /** Those that are below a path. */
    public static <E extends Entity> List<E> below(Iterable<E> entities, @Nullable String pathPrefix) {
        List<E> found = new ArrayList<>();
        for (E entity : entities) {
            if (pathPrefix == null || entity.path().startsWith(pathPrefix)) {
                found.add(entity);
            }
        }
        return found;
    }

    /** What entities are sorted by: their names, whatever their case. */
    public static String sortKey(Entity entity) {
        return entity.name().toLowerCase(Locale.ROOT);
    }
}
