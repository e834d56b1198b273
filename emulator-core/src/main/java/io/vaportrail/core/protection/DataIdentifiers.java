package io.vaportrail.core.protection;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.vaportrail.core.regex.LinearPatterns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What data protection policies can name: AWS's managed data identifiers, and custom ones that a policy brings along.
 *
 * <p>AWS does not publish how its identifiers work. Those here look for the forms that issuers publish, with check digits where there
 * are any, and for AWS's keywords nearby. Names and postal addresses have no form, so they are not found.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-data-protection-managed-data-identifiers.html">SNS</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL-managed-data-identifiers.html">CloudWatch Logs</a>
 */
public final class DataIdentifiers {
    /** Custom identifiers of a policy. */
    public static final int CUSTOM = 10;

    /** Characters of a custom identifier's name. */
    public static final int CUSTOM_NAME_LENGTH = 128;

    /** Characters of a custom identifier's regular expression. */
    public static final int CUSTOM_REGEX_LENGTH = 200;

    /** {@code arn:aws:dataprotection::aws:data-identifier/NAME}, as AWS takes it also with a region. */
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:dataprotection:[a-z0-9-]*:(?:aws)?:data-identifier/([A-Za-z0-9-]+)");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Set<String> WITHOUT_FORM = Set.of("Address", "Name");

    private final Map<String, DataIdentifier> custom;

    private DataIdentifiers(Map<String, DataIdentifier> custom) {
        this.custom = custom;
    }

    /** Reads them when they are first asked for. */
    private static final class Managed {
        static final Map<String, ManagedIdentifiers.Definition> BY_NAME = ManagedIdentifiers.read();
    }

    /**
     * Those that a policy can name.
     *
     * @param configuration the policy's {@code Configuration}, or {@code null}
     * @throws DataIdentifierException when a custom one is none
     */
    public static DataIdentifiers of(@Nullable Object configuration) throws DataIdentifierException {
        Map<String, DataIdentifier> custom = new LinkedHashMap<>();
        if (configuration == null) {
            return new DataIdentifiers(custom);
        }
        if (!(configuration instanceof Map<?, ?> members)
                || !(members.get("CustomDataIdentifier") instanceof List<?> list)) {
            throw refused("Configuration has a list CustomDataIdentifier");
        }
        if (list.size() > CUSTOM) {
            throw refused("a policy has at most " + CUSTOM + " custom data identifiers");
        }
        for (Object one : list) {
            DataIdentifier identifier = custom(one);
            if (custom.put(identifier.name(), identifier) != null) {
                throw refused("there are two custom data identifiers " + identifier.name());
            }
        }
        return new DataIdentifiers(custom);
    }

    private static DataIdentifier custom(@Nullable Object given) throws DataIdentifierException {
        if (!(given instanceof Map<?, ?> one)
                || !(one.get("Name") instanceof String name)
                || !(one.get("Regex") instanceof String regex)) {
            throw refused("a custom data identifier has a Name and a Regex");
        }
        if (name.length() > CUSTOM_NAME_LENGTH || !NAME.matches(name)) {
            throw refused("the name of a custom data identifier has up to " + CUSTOM_NAME_LENGTH
                    + " letters, digits, underscores and hyphens: " + name);
        }
        if (Managed.BY_NAME.containsKey(name) || WITHOUT_FORM.contains(name)) {
            throw refused("a managed data identifier is named " + name + " already");
        }
        if (regex.isEmpty() || regex.length() > CUSTOM_REGEX_LENGTH) {
            throw refused("the Regex of " + name + " has 1 to " + CUSTOM_REGEX_LENGTH + " characters");
        }
        try {
            return new DataIdentifier(
                    name, List.of(new DataIdentifier.Rule(LinearPatterns.compile(regex), Check.NONE, null)));
        } catch (PatternSyntaxException e) {
            throw refused("the Regex of " + name + " is none: " + e.getDescription());
        }
    }

    /**
     * The one of an ARN, or the custom one of a name.
     *
     * @throws DataIdentifierException when there is none
     */
    public DataIdentifier find(String given) throws DataIdentifierException {
        DataIdentifier own = custom.get(given);
        if (own != null) {
            return own;
        }
        var arn = ARN.matcher(given);
        String name = arn.matches() ? arn.group(1) : "";
        ManagedIdentifiers.Definition managed = Managed.BY_NAME.get(name);
        if (managed != null) {
            return managed.identifier();
        }
        if (WITHOUT_FORM.contains(name)) {
            throw new DataIdentifierException("Vaportrail does not find data of the identifier " + given + ".", true);
        }
        throw refused("there is no data identifier " + given);
    }

    private static DataIdentifierException refused(String why) {
        return new DataIdentifierException(why, false);
    }
}
