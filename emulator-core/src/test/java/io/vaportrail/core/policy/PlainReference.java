package io.vaportrail.core.policy;

import io.vaportrail.core.policy.Decision.Outcome;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation logic of AWS's documentation written down as plainly as possible: sets of statements, regular expressions, and the
 * flow chart from top to bottom. Slow, and good for nothing but comparing.
 */
final class PlainReference {
    private PlainReference() {}

    /** A condition on one key. */
    record Line(String operator, String key, List<String> values) {
        String json() {
            return "'" + operator + "':{'" + key + "':[" + quoted(values) + "]}";
        }

        boolean holds(Map<String, List<String>> context) {
            List<String> actual = context.getOrDefault(key, List.of());
            String bare = operator.replace("ForAllValues:", "")
                    .replace("ForAnyValue:", "")
                    .replace("IfExists", "");
            if (bare.equals("Null")) {
                return values.contains(String.valueOf(!context.containsKey(key)));
            }
            boolean negated = bare.contains("Not");
            if (actual.isEmpty()) {
                return operator.endsWith("IfExists")
                        || operator.startsWith("ForAllValues:")
                        || (negated && !operator.startsWith("ForAnyValue:"));
            }
            Stream<Boolean> each = actual.stream()
                    .map(value -> values.stream().anyMatch(wanted -> one(bare, wanted, value)) != negated);
            boolean all = operator.startsWith("ForAllValues:") || (negated && !operator.startsWith("ForAnyValue:"));
            return all ? each.allMatch(b -> b) : each.anyMatch(b -> b);
        }

        private static boolean one(String bare, String wanted, String value) {
            return switch (bare) {
                case "StringEquals", "StringNotEquals" -> wanted.equals(value);
                case "StringEqualsIgnoreCase", "Bool" -> wanted.equalsIgnoreCase(value);
                case "StringLike", "StringNotLike" -> glob(wanted, value);
                default -> throw new IllegalArgumentException(bare);
            };
        }
    }

    /** A statement; {@code principal} is JSON, or {@code null} in the policy of an identity. */
    record Rule(
            boolean allow,
            @Nullable Named principal,
            boolean notAction,
            List<String> actions,
            boolean notResource,
            List<String> resources,
            List<Line> lines) {
        String json() {
            return "{'Effect':'" + (allow ? "Allow" : "Deny") + "'"
                    + (principal == null ? "" : ",'Principal':" + principal.json())
                    + ",'" + (notAction ? "NotAction" : "Action") + "':[" + quoted(actions) + "]"
                    + ",'" + (notResource ? "NotResource" : "Resource") + "':[" + quoted(resources) + "]"
                    + ",'Condition':{" + lines.stream().map(Line::json).collect(Collectors.joining(",")) + "}}";
        }

        boolean matches(String action, String resource, Map<String, List<String>> context) {
            boolean named = actions.stream()
                    .anyMatch(
                            a -> glob(a.toLowerCase(java.util.Locale.ROOT), action.toLowerCase(java.util.Locale.ROOT)));
            boolean there = resources.stream().anyMatch(r -> arn(r, resource));
            return named != notAction && there != notResource && lines.stream().allMatch(line -> line.holds(context));
        }
    }

    /** How a resource's policy names somebody. */
    enum Named {
        EVERYONE("'*'"),
        ACCOUNT("{'AWS':'" + Policies.ACCOUNT + "'}"),
        OTHER_ACCOUNT("{'AWS':'arn:aws:iam::" + Policies.OTHER_ACCOUNT + ":root'}"),
        USER("{'AWS':'" + Policies.USER.arn() + "'}"),
        STRANGER("{'AWS':'" + Policies.STRANGER.arn() + "'}"),
        ROLE("{'AWS':'" + Policies.ROLE + "'}"),
        SESSION("{'AWS':'" + Policies.SESSION.arn() + "'}"),
        SERVICE("{'Service':'sns.amazonaws.com'}");

        private final String json;

        Named(String json) {
            this.json = json;
        }

        String json() {
            return json;
        }

        boolean names(Who who) {
            return switch (this) {
                case EVERYONE -> true;
                case ACCOUNT -> who == Who.USER || who == Who.SESSION;
                case OTHER_ACCOUNT, STRANGER -> who == Who.STRANGER;
                case USER -> who == Who.USER;
                case ROLE, SESSION -> who == Who.SESSION;
                case SERVICE -> who == Who.SERVICE;
            };
        }
    }

    /** Who asks. */
    enum Who {
        USER(Policies.USER),
        SESSION(Policies.SESSION),
        STRANGER(Policies.STRANGER),
        SERVICE(Policies.SNS),
        NOBODY(Policies.ANYBODY);

        private final Principal principal;

        Who(Principal principal) {
            this.principal = principal;
        }

        Principal principal() {
            return principal;
        }
    }

    /** The policies of somebody and of the resource; an absent list is no policy, an empty one a policy that says nothing. */
    record World(
            List<Rule> identity,
            @Nullable List<Rule> boundary,
            @Nullable List<Rule> session,
            @Nullable List<Rule> resource) {}

    /** The resource is always one of {@link Policies#ACCOUNT}. */
    static Outcome decide(World world, Who who, String action, String resource, Map<String, List<String>> context) {
        List<Rule> ofResource = select(world.resource(), action, resource, context).stream()
                .filter(rule -> rule.principal() != null && rule.principal().names(who))
                .toList();
        boolean stranger = who == Who.SERVICE || who == Who.NOBODY;
        List<Rule> identity = stranger ? List.of() : select(world.identity(), action, resource, context);
        List<Rule> boundary = stranger ? List.of() : select(world.boundary(), action, resource, context);
        List<Rule> session = stranger ? List.of() : select(world.session(), action, resource, context);
        if (Stream.of(ofResource, identity, boundary, session)
                .flatMap(List::stream)
                .anyMatch(rule -> !rule.allow())) {
            return Outcome.EXPLICIT_DENY;
        }
        boolean own = !identity.isEmpty();
        boolean bounded =
                (world.boundary() == null || !boundary.isEmpty()) && (world.session() == null || !session.isEmpty());
        boolean allowed =
                switch (who) {
                    case SERVICE, NOBODY -> !ofResource.isEmpty();
                    case STRANGER -> !ofResource.isEmpty() && own && bounded;
                    case USER -> names(ofResource, Named.EVERYONE, Named.USER) || (own && bounded);
                    case SESSION ->
                        names(ofResource, Named.SESSION)
                                || ((own || names(ofResource, Named.EVERYONE, Named.ROLE)) && bounded);
                };
        return allowed ? Outcome.ALLOW : Outcome.IMPLICIT_DENY;
    }

    private static boolean names(List<Rule> rules, Named... directly) {
        return rules.stream().anyMatch(rule -> List.of(directly).contains(rule.principal()));
    }

    private static List<Rule> select(
            @Nullable List<Rule> rules, String action, String resource, Map<String, List<String>> context) {
        return rules == null
                ? List.of()
                : rules.stream()
                        .filter(rule -> rule.matches(action, resource, context))
                        .toList();
    }

    private static boolean arn(String pattern, String value) {
        if (pattern.equals("*")) {
            return true;
        }
        String[] wanted = pattern.split(":", 6);
        String[] given = value.split(":", 6);
        for (int i = 0; i < 6; i++) {
            if (!glob(wanted[i], given[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean glob(String pattern, String value) {
        StringBuilder expression = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            expression.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL)
                .matcher(value)
                .matches();
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(text -> "'" + text + "'").collect(Collectors.joining(","));
    }
}
