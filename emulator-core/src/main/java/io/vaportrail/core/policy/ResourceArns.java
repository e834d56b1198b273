package io.vaportrail.core.policy;

import io.vaportrail.schema.AccessTrait;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ResourceTrait;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.StructSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which permissions a call needs, on which resources. Works on the input alone: what only a service knows is not resolved. A KMS key
 * given by alias stays an alias, a role or user given by name is taken to have the path {@code /}, and a secret given by name has
 * {@code -??????} in the place of the characters that Secrets Manager appends, as policies write it.
 */
public final class ResourceArns {
    /** What an action without resource-level permissions works on. */
    public static final String ANY = "*";

    private static final String AND = " and ";

    /** Paths by the input they lead into; no more than the models have. */
    private static final Map<StructSchema<?>, Map<String, List<Member>>> PATHS = new ConcurrentHashMap<>();

    private ResourceArns() {}

    /**
     * A permission needed.
     *
     * @param action for example {@code sqs:SendMessage}
     * @param resources ARNs, or {@code *} alone
     */
    public record Access(String action, List<String> resources) {}

    /**
     * The permissions that a call needs.
     *
     * @param operation what is called
     * @param input what it is called with
     * @param accountId the account that resources given by name belong to
     * @param region their region
     */
    public static List<Access> of(
            OperationSchema<?, ?> operation, MemberLookup input, String accountId, String region) {
        StructSchema<?> schema = operation.input();
        List<Access> needed = new ArrayList<>(1);
        for (AccessTrait access : operation.accesses()) {
            if (applies(access.condition(), schema, input)) {
                Set<String> arns = new LinkedHashSet<>();
                for (ResourceTrait resource : access.resources()) {
                    arns.addAll(arns(resource, schema, input, accountId, region));
                }
                needed.add(new Access(access.action(), arns.isEmpty() ? List.of(ANY) : List.copyOf(arns)));
            }
        }
        return needed;
    }

    /** The ARNs of one resource; none when its members are absent. */
    public static List<String> arns(
            ResourceTrait resource, StructSchema<?> schema, MemberLookup input, String accountId, String region) {
        String account = accountId;
        List<List<String>> values = new ArrayList<>(2);
        for (String member : resource.members()) {
            if (member.charAt(0) == '@') {
                List<String> stated = input.texts(path(schema, member.substring(1)));
                account = stated.isEmpty() ? account : stated.get(0);
            } else {
                values.add(values(member, schema, input));
            }
        }
        List<ArnTemplate> open = List.of(new ArnTemplate(resource.arn(), account, region));
        for (List<String> each : values) {
            List<ArnTemplate> filled = new ArrayList<>(open.size() * each.size());
            for (ArnTemplate template : open) {
                for (String value : each) {
                    filled.add(template.fill(value));
                }
            }
            open = filled;
        }
        List<String> arns = new ArrayList<>(open.size());
        for (ArnTemplate template : open) {
            arns.add(template.finish());
        }
        return arns;
    }

    private static boolean applies(String condition, StructSchema<?> schema, MemberLookup input) {
        if (condition.isEmpty()) {
            return true;
        }
        int and = condition.indexOf(AND);
        if (and >= 0) {
            return applies(condition.substring(0, and), schema, input)
                    && applies(condition.substring(and + AND.length()), schema, input);
        }
        boolean absent = condition.charAt(0) == '!';
        return input.texts(path(schema, absent ? condition.substring(1) : condition))
                        .isEmpty()
                == absent;
    }

    /** The values of {@code A}, of {@code A=text}, or of {@code A+B}, which is absent only when its last part is. */
    private static List<String> values(String member, StructSchema<?> schema, MemberLookup input) {
        int equals = member.indexOf('=');
        if (equals >= 0) {
            List<String> stated = input.texts(path(schema, member.substring(0, equals)));
            return stated.isEmpty() ? List.of(member.substring(equals + 1)) : stated;
        }
        int plus = member.indexOf('+');
        if (plus >= 0) {
            List<String> before = input.texts(path(schema, member.substring(0, plus)));
            List<String> after = input.texts(path(schema, member.substring(plus + 1)));
            return before.isEmpty() || after.isEmpty() ? after : List.of(before.get(0) + after.get(0));
        }
        return input.texts(path(schema, member));
    }

    private static List<Member> path(StructSchema<?> schema, String names) {
        Map<String, List<Member>> known = PATHS.computeIfAbsent(schema, any -> new ConcurrentHashMap<>());
        List<Member> path = known.get(names);
        if (path == null) {
            path = List.copyOf(findPath(schema, names));
            known.put(names, path);
        }
        return path;
    }

    private static List<Member> findPath(StructSchema<?> schema, String names) {
        List<Member> path = new ArrayList<>(1);
        Schema here = schema;
        for (String name : names.split("\\.")) {
            Member member = here instanceof StructSchema<?> struct ? struct.memberNamed(name) : null;
            if (member == null) {
                throw new IllegalStateException(schema + ": " + names + " (expected: members of the input)");
            }
            path.add(member);
            here = inner(member.target());
        }
        if (here instanceof StructSchema) {
            throw new IllegalStateException(schema + ": " + names + " (expected: a path to texts)");
        }
        return path;
    }

    private static Schema inner(Schema schema) {
        Schema here = schema;
        while (here instanceof ListSchema || here instanceof MapSchema) {
            here = here instanceof ListSchema list
                    ? list.element().target()
                    : ((MapSchema) here).value().target();
        }
        return here;
    }
}
