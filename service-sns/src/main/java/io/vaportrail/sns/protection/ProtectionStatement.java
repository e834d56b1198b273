package io.vaportrail.sns.protection;

import io.vaportrail.core.protection.DataIdentifier;
import io.vaportrail.core.protection.Detection;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement of a data protection policy.
 *
 * @param inbound whether it is about what is published, else about what is delivered
 * @param principals who publishes, or has subscribed: ARNs, accounts, {@code *}
 * @param identifiers what it looks for
 * @param operation what it does about that
 */
record ProtectionStatement(
        boolean inbound, List<String> principals, List<DataIdentifier> identifiers, ProtectionOperation operation) {
    private static final int ACCOUNT = 4;
    private static final int RESOURCE = 5;
    private static final int PARTS = 6;

    /** Whether it is about somebody; a role stands for its sessions, an account for all that is in it. */
    boolean isAbout(String principalArn) {
        String[] parts = principalArn.split(":", PARTS);
        for (String principal : principals) {
            if (principal.equals("*")
                    || principal.equals(principalArn)
                    || parts.length == PARTS && names(principal, parts[ACCOUNT], parts[RESOURCE])) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(String principal, String account, String resource) {
        if (principal.equals(account)) {
            return true;
        }
        String[] parts = principal.split(":", PARTS);
        if (parts.length < PARTS || !parts[ACCOUNT].equals(account)) {
            return false;
        }
        String named = parts[RESOURCE];
        if (named.equals("root")) {
            return true;
        }
        if (!named.startsWith("role/") || !resource.startsWith("assumed-role/")) {
            return false;
        }
        String role = named.substring(named.lastIndexOf('/') + 1);
        return resource.startsWith("assumed-role/" + role + "/");
    }

    /** All places in a text with the data that it looks for. */
    List<Detection> find(String text) {
        List<Detection> found = new ArrayList<>();
        for (DataIdentifier identifier : identifiers) {
            found.addAll(identifier.find(text));
        }
        return found;
    }

    /** Whether there is such data in a text. */
    boolean finds(String text) {
        for (DataIdentifier identifier : identifiers) {
            if (!identifier.find(text).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
