package io.vaportrail.core.validation;

import io.vaportrail.core.validation.Violation.Kind;
import io.vaportrail.core.validation.Violation.Path;
import io.vaportrail.core.validation.Violation.StepType;
import io.vaportrail.schema.Constraints;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places where an input breaks the constraints of the model, in the model's order. The walk is made twice at most: once
 * without keeping track of anything, which suffices for an input without violations, by far the most frequent; and once more to
 * say where they are.
 *
 * @see <a href="https://smithy.io/2.0/spec/constraint-traits.html">Smithy: constraint traits</a>
 */
public final class Validator {
    /** How many violations are told of at most; an input can have as many as it has elements. */
    public static final int MAX_VIOLATIONS = 1_000;

    private static final Validator CURSORY = new Validator(null);

    /** Where violations are kept, or {@code null} when it is enough to know that there are any. */
    private final @Nullable List<Violation> found;

    private Validator(@Nullable List<Violation> found) {
        this.found = found;
    }

    /** What is wrong with the input; empty when nothing is. At most {@link #MAX_VIOLATIONS} are named. */
    public static List<Violation> validate(Struct input) {
        if (CURSORY.struct(input, null)) {
            return List.of();
        }
        List<Violation> found = new ArrayList<>();
        new Validator(found).struct(input, null);
        return found;
    }

    /** Whether all is well. Without a place for violations, the first one ends the walk. */
    private boolean struct(Struct struct, @Nullable Path path) {
        List<Member> members = struct.schema().members();
        boolean fine = struct.schema().type() != ShapeType.UNION || union(struct, members, path);
        for (int i = 0; i < members.size() && goesOn(fine); i++) {
            Member member = members.get(i);
            Object value = struct.get(i);
            if (value == null) {
                fine &= !member.required() || required(member, path);
            } else if (needsLook(member.target())) {
                fine &= value(member.target(), value, step(path, member.name(), StepType.MEMBER));
            }
        }
        return fine;
    }

    private boolean union(Struct struct, List<Member> members, @Nullable Path path) {
        int set = 0;
        for (int i = 0; i < members.size(); i++) {
            set += struct.get(i) == null ? 0 : 1;
        }
        return set == 1 || broken(path, Kind.UNION, struct.schema(), struct);
    }

    private boolean required(Member member, @Nullable Path path) {
        return broken(step(path, member.name(), StepType.MEMBER), Kind.REQUIRED, member.target(), null);
    }

    private boolean goesOn(boolean fine) {
        return fine || (found != null && found.size() < MAX_VIOLATIONS);
    }

    private static boolean needsLook(Schema schema) {
        return !(schema.constraints().isNone() && schema.type().compareTo(ShapeType.DOCUMENT) <= 0);
    }

    private boolean value(Schema schema, Object value, @Nullable Path path) {
        Constraints constraints = schema.constraints();
        boolean fine = constraints.isNone() || check(schema, constraints, value, path);
        if (goesOn(fine)) {
            if (schema instanceof ListSchema list) {
                fine &= list(list, (List<?>) value, path);
            } else if (schema instanceof MapSchema map) {
                fine &= map(map, (Map<?, ?>) value, path);
            } else if (value instanceof Struct struct) {
                fine &= struct(struct, path);
            }
        }
        return fine;
    }

    private boolean list(ListSchema schema, List<?> elements, @Nullable Path path) {
        Schema target = schema.element().target();
        boolean look = needsLook(target);
        if (schema.sparse() && !look) {
            return true;
        }
        boolean fine = true;
        for (int i = 0; i < elements.size() && goesOn(fine); i++) {
            Object element = elements.get(i);
            if (element == null) {
                fine &= schema.sparse() || broken(step(path, i), Kind.NULL_ELEMENT, target, null);
            } else if (look) {
                fine &= value(target, element, step(path, i));
            }
        }
        return fine;
    }

    private boolean map(MapSchema schema, Map<?, ?> entries, @Nullable Path path) {
        Schema keys = schema.key().target();
        Schema values = schema.value().target();
        boolean lookAtKeys = needsLook(keys);
        boolean lookAtValues = needsLook(values);
        if (schema.sparse() && !lookAtKeys && !lookAtValues) {
            return true;
        }
        boolean fine = true;
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            String key = (String) entry.getKey();
            Object value = entry.getValue();
            if (lookAtKeys) {
                fine &= value(keys, key, step(path, key, StepType.MAP_KEY));
            }
            if (value == null) {
                fine &= schema.sparse() || broken(step(path, key, StepType.MAP_VALUE), Kind.NULL_ELEMENT, values, null);
            } else if (lookAtValues) {
                fine &= value(values, value, step(path, key, StepType.MAP_VALUE));
            }
            if (!goesOn(fine)) {
                return false;
            }
        }
        return fine;
    }

    /** Several demands may be broken at once, and each is told of. */
    private boolean check(Schema schema, Constraints constraints, Object value, @Nullable Path path) {
        boolean fine = ConstraintChecks.lengthFits(constraints, value) || broken(path, Kind.LENGTH, schema, value);
        fine &= ConstraintChecks.rangeFits(constraints, value) || broken(path, Kind.RANGE, schema, value);
        fine &= ConstraintChecks.patternFits(constraints, value) || broken(path, Kind.PATTERN, schema, value);
        fine &= ConstraintChecks.isListed(constraints, value) || broken(path, Kind.ENUM, schema, value);
        fine &= ConstraintChecks.isUnique(constraints, value) || broken(path, Kind.UNIQUE_ITEMS, schema, value);
        return fine;
    }

    private @Nullable Path step(@Nullable Path path, int index) {
        return found == null ? null : new Path(path, String.valueOf(index), StepType.INDEX);
    }

    private @Nullable Path step(@Nullable Path path, String step, StepType type) {
        return found == null ? null : new Path(path, step, type);
    }

    /** Tells of a violation; a union that is the input itself has no path to be named by, but then no input is a union. */
    private boolean broken(@Nullable Path where, Kind kind, Schema schema, @Nullable Object value) {
        if (found != null && where != null && found.size() < MAX_VIOLATIONS) {
            found.add(new Violation(where, kind, schema, value));
        }
        return false;
    }
}
