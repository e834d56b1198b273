package io.vaportrail.core.policy;

import io.vaportrail.schema.Member;
import io.vaportrail.schema.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the texts that an operation's input has for a member: in the input itself, or in what a record kept of it. */
@FunctionalInterface
public interface MemberLookup {
    /**
     * The texts at a path.
     *
     * @param path members, each of the structure that the one before holds, also as elements of a list or values of a map
     * @return all of them, none when the member is absent
     */
    List<String> texts(List<Member> path);

    /** Looks into an input. */
    static MemberLookup of(Struct input) {
        return path -> {
            List<String> found = new ArrayList<>(1);
            collect(input, path, 0, found);
            return found;
        };
    }

    private static void collect(@Nullable Object value, List<Member> path, int depth, List<String> into) {
        if (value instanceof Struct struct) {
            if (depth < path.size()) {
                collect(struct.get(path.get(depth).index()), path, depth + 1, into);
            }
        } else if (value instanceof List<?> list) {
            for (Object element : list) {
                collect(element, path, depth, into);
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Object element : map.values()) {
                collect(element, path, depth, into);
            }
        } else if (value != null && depth == path.size()) {
            into.add(value.toString());
        }
    }
}
