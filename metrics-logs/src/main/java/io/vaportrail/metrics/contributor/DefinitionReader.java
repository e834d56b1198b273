package io.vaportrail.metrics.contributor;

import io.vaportrail.core.json.Json;
import io.vaportrail.metrics.MetricErrors;
import io.vaportrail.metrics.contributor.RuleFilter.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the definitions of rules: JSON as AWS's rule syntax has it, and nothing beside it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContributorInsights-RuleSyntax.html">Rule syntax</a>
 */
final class DefinitionReader {
    private static final String COUNT = "Count";
    private static final String SUM = "Sum";
    private static final String CLF = "CLF";
    private static final String JSON = "JSON";
    private static final String CONTRIBUTION = "Contribution";
    private static final int MOST_DIGITS = 4;

    private final String accountId;
    private final String region;
    private boolean clf;
    private final Map<String, Integer> aliases = new HashMap<>();

    private DefinitionReader(String accountId, String region) {
        this.accountId = accountId;
        this.region = region;
    }

    /**
     * Reads the definition of a rule of an account in a region.
     *
     * @throws io.vaportrail.schema.ServiceException InvalidParameterValue when it is none, with where and why
     */
    static RuleDefinition read(String text, String accountId, String region) {
        Map<String, ?> members = Json.readObject(text);
        if (members == null) {
            throw RuleErrors.parameter("RuleDefinition", "It must be one JSON object.");
        }
        return new DefinitionReader(accountId, region).definition(text, members);
    }

    private RuleDefinition definition(String text, Map<?, ?> members) {
        known(
                members,
                "",
                Set.of("Schema", "LogGroupNames", "LogGroupARNs", "LogFormat", "Fields", CONTRIBUTION, "AggregateOn"));
        schema(members.get("Schema"));
        List<String> groups = groups(members);
        clf = oneOf(members.get("LogFormat"), "LogFormat", CLF, JSON).equals(CLF);
        aliases(members.get("Fields"));
        String aggregateOn = oneOf(members.get("AggregateOn"), "AggregateOn", COUNT, SUM);
        if (!(members.get(CONTRIBUTION) instanceof Map<?, ?> contribution)) {
            throw RuleErrors.definition(CONTRIBUTION, "An object with Keys is required.");
        }
        known(contribution, CONTRIBUTION + ".", Set.of("Keys", "ValueOf", "Filters"));
        Object valueOf = contribution.get("ValueOf");
        if (valueOf != null && aggregateOn.equals(COUNT)) {
            throw RuleErrors.definition("Contribution.ValueOf", "It can only be specified when AggregateOn is Sum.");
        }
        return new RuleDefinition(
                text,
                groups,
                keys(contribution.get("Keys")),
                valueOf == null ? null : field(valueOf, "Contribution.ValueOf"),
                filters(contribution.get("Filters")),
                aggregateOn);
    }

    private static void known(Map<?, ?> members, String where, Set<String> names) {
        for (Object name : members.keySet()) {
            if (!names.contains(String.valueOf(name))) {
                throw RuleErrors.definition(where + name, "There is no such field.");
            }
        }
    }

    private static void schema(@Nullable Object schema) {
        boolean right = schema instanceof Map<?, ?> members
                && "CloudWatchLogRule".equals(members.get("Name"))
                && members.get("Version") instanceof Number version
                && version.doubleValue() == 1
                && members.size() == 2;
        if (!right) {
            throw RuleErrors.definition("Schema", "It must be " + RuleDefinition.SCHEMA + ".");
        }
    }

    private static String oneOf(@Nullable Object value, String where, String one, String other) {
        if (one.equals(value)) {
            return one;
        }
        if (other.equals(value)) {
            return other;
        }
        throw RuleErrors.definition(where, "It must be " + one + " or " + other + ".");
    }

    private List<String> groups(Map<?, ?> members) {
        boolean names = members.containsKey("LogGroupNames");
        if (names == members.containsKey("LogGroupARNs")) {
            throw RuleErrors.definition("LogGroupNames", "Either LogGroupNames or LogGroupARNs is required.");
        }
        String where = names ? "LogGroupNames" : "LogGroupARNs";
        List<String> groups = new ArrayList<>();
        for (String given : texts(members.get(where), where, RuleLimits.LOG_GROUPS)) {
            String name = names ? given : nameOf(given);
            int asterisk = name.indexOf('*');
            if (asterisk >= 0 && asterisk < name.length() - 1) {
                throw RuleErrors.definition(where, "An asterisk is allowed at the end only: " + given);
            }
            groups.add(name);
        }
        return groups;
    }

    /** The name in the ARN of a log group: other accounts are seen through cross-account observability alone. */
    private String nameOf(String arn) {
        // AWS's guide writes log-group/NAME where everything else writes log-group:NAME.
        String[] parts = arn.replaceFirst(":log-group/", ":log-group:").split(":", 7);
        boolean whole = parts.length == 7
                && parts[0].equals("arn")
                && parts[2].equals("logs")
                && parts[3].equals(region)
                && parts[5].equals("log-group")
                && !parts[6].isEmpty();
        if (!whole) {
            throw RuleErrors.definition("LogGroupARNs", "It must be the ARN of a log group in " + region + ": " + arn);
        }
        if (!parts[4].equals("*") && !parts[4].equals(accountId)) {
            throw MetricErrors.notImplemented("Contributor Insights rules over log groups of other accounts");
        }
        return parts[6].endsWith(":*") ? parts[6].substring(0, parts[6].length() - 2) : parts[6];
    }

    private void aliases(@Nullable Object fields) {
        if (fields == null) {
            return;
        }
        if (!clf || !(fields instanceof Map<?, ?> members)) {
            throw RuleErrors.definition("Fields", "It must be an object, and is for the LogFormat CLF alone.");
        }
        for (Map.Entry<?, ?> member : members.entrySet()) {
            int place = place(String.valueOf(member.getKey()));
            if (place == 0 || !(member.getValue() instanceof String alias) || alias.isEmpty()) {
                throw RuleErrors.definition(
                        "Fields." + member.getKey(), "It must give a name to the number of a field, from 1.");
            }
            if (aliases.put(alias, place) != null) {
                throw RuleErrors.definition("Fields." + member.getKey(), "The name is used twice: " + alias);
            }
        }
    }

    /** The number of a field, or 0. */
    private static int place(String text) {
        boolean digits = !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(each -> each >= '0' && each <= '9');
        return digits ? Integer.parseInt(text) : 0;
    }

    private List<Field> keys(@Nullable Object given) {
        List<Field> keys = new ArrayList<>();
        for (String key : texts(given, "Contribution.Keys", RuleLimits.KEYS)) {
            keys.add(field(key, "Contribution.Keys"));
        }
        return keys;
    }

    private Field field(@Nullable Object given, String where) {
        if (!(given instanceof String label)) {
            throw RuleErrors.definition(where, "It must be the name of a field.");
        }
        if (clf) {
            Integer alias = aliases.get(label);
            int place = alias == null ? place(label) : alias;
            if (place == 0) {
                throw RuleErrors.definition(where, "It must be the number of a field or a name of Fields: " + label);
            }
            return new Field(label, null, place);
        }
        FieldPath path = FieldPath.of(label);
        if (path == null) {
            throw RuleErrors.definition(where, "It must be a JSON property such as $.users[1].name: " + label);
        }
        return new Field(label, path, 0);
    }

    private List<RuleFilter> filters(@Nullable Object given) {
        if (given == null) {
            return List.of();
        }
        String where = "Contribution.Filters";
        if (!(given instanceof List<?> list) || list.size() > RuleLimits.FILTERS) {
            throw RuleErrors.definition(where, "It must be an array of at most " + RuleLimits.FILTERS + " filters.");
        }
        List<RuleFilter> filters = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            filters.add(filter(list.get(i), where + "[" + i + "]"));
        }
        return filters;
    }

    private RuleFilter filter(@Nullable Object given, String where) {
        if (!(given instanceof Map<?, ?> members) || members.size() != 2 || !members.containsKey("Match")) {
            throw RuleErrors.definition(where, "It must be an object with Match and one operator.");
        }
        Field field = field(members.get("Match"), where + ".Match");
        for (Map.Entry<?, ?> member : members.entrySet()) {
            Operator operator = Operator.of(String.valueOf(member.getKey()));
            if (operator != null) {
                return filter(field, operator, member.getValue(), where + "." + operator.text());
            }
        }
        throw RuleErrors.definition(
                where,
                "The operator must be In, NotIn, StartsWith, GreaterThan, LessThan, EqualTo, NotEqualTo or IsPresent.");
    }

    private static RuleFilter filter(Field field, Operator operator, @Nullable Object operand, String where) {
        switch (operator) {
            case IN, NOT_IN, STARTS_WITH -> {
                List<String> texts = texts(operand, where, RuleLimits.FILTER_VALUES);
                return new RuleFilter(field, operator, texts, 0, false);
            }
            case IS_PRESENT -> {
                if (operand instanceof Boolean present) {
                    return new RuleFilter(field, operator, List.of(), 0, present);
                }
                throw RuleErrors.definition(where, "It must be true or false.");
            }
            default -> {
                if (operand instanceof Number number && Double.isFinite(number.doubleValue())) {
                    return new RuleFilter(field, operator, List.of(), number.doubleValue(), false);
                }
                throw RuleErrors.definition(where, "It must be a number.");
            }
        }
    }

    private static List<String> texts(@Nullable Object given, String where, int most) {
        if (!(given instanceof List<?> list) || list.isEmpty() || list.size() > most) {
            throw RuleErrors.definition(where, "It must be an array of 1 to " + most + " texts.");
        }
        List<String> texts = new ArrayList<>();
        for (Object each : list) {
            if (!(each instanceof String text) || text.isEmpty()) {
                throw RuleErrors.definition(where, "It must be an array of 1 to " + most + " texts.");
            }
            texts.add(text);
        }
        return texts;
    }
}
