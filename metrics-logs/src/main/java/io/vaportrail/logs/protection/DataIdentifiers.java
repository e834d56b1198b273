package io.vaportrail.logs.protection;

import com.google.re2j.Pattern;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The managed data identifiers that are known here. AWS looks for words nearby as well; here the form alone decides.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protect-sensitive-log-data-types.html">Types of data that
 *     you can protect</a>
 */
final class DataIdentifiers {
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("EmailAddress", "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"),
            Map.entry("IpAddress", "\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b"),
            Map.entry("CreditCardNumber", "\\b(?:\\d[ -]?){12,18}\\d\\b"),
            Map.entry("CreditCardSecurityCode", "\\b\\d{3,4}\\b"),
            Map.entry("AwsSecretKey", "\\b[A-Za-z0-9/+]{40}\\b"),
            Map.entry("OpenSshPrivateKey", "-----BEGIN OPENSSH PRIVATE KEY-----[^-]*-----END OPENSSH PRIVATE KEY-----"),
            Map.entry("PkcsPrivateKey", "-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*-----END [A-Z ]*PRIVATE KEY-----"),
            Map.entry("Ssn-US", "\\b\\d{3}-\\d{2}-\\d{4}\\b"),
            Map.entry("PhoneNumber-US", "(?:\\+1[ .-]?)?\\(?\\b\\d{3}\\)?[ .-]?\\d{3}[ .-]?\\d{4}\\b"),
            Map.entry("ZipCode-US", "\\b\\d{5}(?:-\\d{4})?\\b"));

    private DataIdentifiers() {}

    /** What finds data of this kind, or {@code null} when the kind is not known here. */
    static @Nullable Pattern find(String name) {
        String regex = KNOWN.get(name);
        return regex == null ? null : Pattern.compile(regex);
    }
}
