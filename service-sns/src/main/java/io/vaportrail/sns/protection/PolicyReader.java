package io.vaportrail.sns.protection;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.protection.DataIdentifier;
import io.vaportrail.core.protection.DataIdentifierException;
import io.vaportrail.core.protection.DataIdentifiers;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.protection.ProtectionOperation.Audit;
import io.vaportrail.sns.protection.ProtectionOperation.Deidentify;
import io.vaportrail.sns.protection.ProtectionOperation.Deny;
import io.vaportrail.sns.protection.ProtectionOperation.Destination;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads data protection policies, and refuses what they cannot say.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-data-protection-policies.html">Data protection policies</a>
 */
final class PolicyReader {
    private static final String PARAMETER = "DataProtectionPolicy";
    private static final String VERSION = "2021-06-01";
    private static final Set<String> POLICY_MEMBERS =
            Set.of("Name", "Description", "Version", "Configuration", "Statement");
    private static final Set<String> STATEMENT_MEMBERS =
            Set.of("Sid", "DataDirection", "Principal", "DataIdentifier", "Operation");
    private static final Set<String> AUDIT_MEMBERS =
            Set.of("SampleRate", "FindingsDestination", "NoFindingsDestination");

    private final DataIdentifiers identifiers;

    private PolicyReader(DataIdentifiers identifiers) {
        this.identifiers = identifiers;
    }

    static ProtectionPolicy read(String text) {
        if (text.length() > SnsLimits.DATA_PROTECTION_LENGTH) {
            throw refused("The policy is longer than " + SnsLimits.DATA_PROTECTION_LENGTH);
        }
        Map<String, ?> policy = Json.readObject(text);
        if (policy == null) {
            throw refused("The policy is not a JSON object");
        }
        checkMembers(policy, POLICY_MEMBERS);
        text(policy, "Name");
        if (!VERSION.equals(text(policy, "Version"))) {
            throw refused("Version must be " + VERSION);
        }
        if (!(policy.get("Statement") instanceof List<?> list) || list.isEmpty()) {
            throw refused("Statement must be a list that is not empty");
        }
        try {
            PolicyReader reader = new PolicyReader(DataIdentifiers.of(policy.get("Configuration")));
            return new ProtectionPolicy(text, reader.statements(list));
        } catch (DataIdentifierException e) {
            throw e.isKnownToAws() ? notImplemented(String.valueOf(e.getMessage())) : refused(e.getMessage());
        }
    }

    private static ServiceException refused(@Nullable String why) {
        return SnsErrors.invalid(PARAMETER, String.valueOf(why));
    }

    private static ServiceException notImplemented(String message) {
        return CommonError.receiver("NotImplemented", 501, message);
    }

    private static void checkMembers(Map<String, ?> given, Set<String> known) {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw refused("There is no element " + name);
            }
        }
    }

    private static String text(Map<String, ?> members, String name) {
        if (members.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw refused("The policy lacks " + name);
    }

    private List<ProtectionStatement> statements(List<?> list) throws DataIdentifierException {
        List<ProtectionStatement> statements = new ArrayList<>();
        int audits = 0;
        for (Object one : list) {
            ProtectionStatement statement = statement(members(one, "A statement"));
            audits += statement.operation() instanceof Audit ? 1 : 0;
            statements.add(statement);
        }
        if (audits > 1) {
            throw refused("A policy has at most one statement with Audit");
        }
        return statements;
    }

    @SuppressWarnings("unchecked") // members of JSON objects have texts for names
    private static Map<String, ?> members(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> members) {
            return (Map<String, ?>) members;
        }
        throw refused(what + " must be a JSON object");
    }

    private ProtectionStatement statement(Map<String, ?> members) throws DataIdentifierException {
        checkMembers(members, STATEMENT_MEMBERS);
        String direction = text(members, "DataDirection");
        boolean inbound = direction.equals("Inbound");
        if (!inbound && !direction.equals("Outbound")) {
            throw refused("DataDirection must be Inbound or Outbound");
        }
        List<DataIdentifier> wanted = new ArrayList<>();
        for (String identifier : texts(members, "DataIdentifier")) {
            wanted.add(identifiers.find(identifier));
        }
        ProtectionOperation operation = operation(members(members.get("Operation"), "Operation"));
        if (!inbound && !(operation instanceof Deny)) {
            throw refused("A statement about Outbound data can only have the operation Deny");
        }
        return new ProtectionStatement(inbound, texts(members, "Principal"), List.copyOf(wanted), operation);
    }

    private static List<String> texts(Map<String, ?> members, String name) {
        List<String> texts = new ArrayList<>();
        if (members.get(name) instanceof List<?> list) {
            for (Object one : list) {
                if (!(one instanceof String text) || text.isEmpty()) {
                    throw refused(name + " must be a list of texts");
                }
                texts.add(text);
            }
        }
        if (texts.isEmpty()) {
            throw refused(name + " must be a list that is not empty");
        }
        return List.copyOf(texts);
    }

    private static ProtectionOperation operation(Map<String, ?> members) {
        if (members.size() != 1) {
            throw refused("Operation must be one of Audit, Deidentify and Deny");
        }
        String name = members.keySet().iterator().next();
        Map<String, ?> configuration = members(members.get(name), name);
        return switch (name) {
            case "Audit" -> audit(configuration);
            case "Deidentify" -> deidentify(configuration);
            case "Deny" -> {
                checkMembers(configuration, Set.of());
                yield new Deny();
            }
            default -> throw refused("There is no operation " + name);
        };
    }

    private static Audit audit(Map<String, ?> members) {
        checkMembers(members, AUDIT_MEMBERS);
        Destination findings = destination(members, "FindingsDestination");
        Destination noFindings = destination(members, "NoFindingsDestination");
        if (findings == null && noFindings == null) {
            throw refused("Audit must have a FindingsDestination or a NoFindingsDestination");
        }
        String rate = String.valueOf(members.get("SampleRate"));
        if (!rate.matches("[0-9]{1,2}")) {
            throw refused("SampleRate must be between 0 and " + SnsLimits.AUDIT_SAMPLE_RATE);
        }
        return new Audit(Integer.parseInt(rate), findings, noFindings);
    }

    private static @Nullable Destination destination(Map<String, ?> members, String name) {
        if (!members.containsKey(name)) {
            return null;
        }
        Map<String, ?> services = members(members.get(name), name);
        checkMembers(services, Set.of("CloudWatchLogs", "Firehose", "S3"));
        if (services.containsKey("Firehose")) {
            throw notImplemented("Vaportrail has no Firehose for audit findings to be sent to.");
        }
        String group = target(services, "CloudWatchLogs", "LogGroup");
        if (group != null && !group.startsWith("/aws/vendedlogs/")) {
            throw refused("The name of the LogGroup must start with /aws/vendedlogs/");
        }
        return new Destination(group, target(services, "S3", "Bucket"));
    }

    private static @Nullable String target(Map<String, ?> services, String service, String name) {
        if (!services.containsKey(service)) {
            return null;
        }
        Map<String, ?> members = members(services.get(service), service);
        checkMembers(members, Set.of(name));
        return text(members, name);
    }

    private static Deidentify deidentify(Map<String, ?> members) {
        if (members.size() != 1) {
            throw refused("Deidentify must have either MaskConfig or RedactConfig");
        }
        String name = members.keySet().iterator().next();
        Map<String, ?> configuration = members(members.get(name), name);
        if (name.equals("RedactConfig")) {
            checkMembers(configuration, Set.of());
            return new Deidentify(null);
        }
        if (!name.equals("MaskConfig")) {
            throw refused("There is no element " + name);
        }
        checkMembers(configuration, Set.of("MaskWithCharacter"));
        if (!configuration.containsKey("MaskWithCharacter")) {
            return new Deidentify('*');
        }
        String mask = text(configuration, "MaskWithCharacter");
        if (mask.length() != 1 || mask.charAt(0) < ' ' || mask.charAt(0) > '~') {
            throw refused("MaskWithCharacter must be one printable character of ASCII");
        }
        return new Deidentify(mask.charAt(0));
    }
}
