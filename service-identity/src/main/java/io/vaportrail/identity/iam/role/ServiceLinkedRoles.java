package io.vaportrail.identity.iam.role;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The services that have service-linked roles. They stand in {@code service-linked-roles.tsv}: service, role, whether it takes a
 * suffix, policy, description. Read when first asked for.
 */
final class ServiceLinkedRoles {
    private static final String FILE = "/io/vaportrail/identity/iam/service-linked-roles.tsv";
    private static final Map<String, Template> BY_SERVICE = read();

    /**
     * What a service's role is like.
     *
     * @param takesSuffix whether there may be several, told apart by a suffix
     * @param policyName the managed policy attached to it
     * @param description its description where none is given, or {@code null}
     */
    record Template(
            String roleName, boolean takesSuffix, String policyName, @Nullable String description) {}

    private ServiceLinkedRoles() {}

    /** What the role of a service is like, or {@code null} when it has none. */
    static @Nullable Template of(String serviceName) {
        return BY_SERVICE.get(serviceName);
    }

    private static Map<String, Template> read() {
        Map<String, Template> templates = new HashMap<>();
        try (InputStream file = ServiceLinkedRoles.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + ": missing (expected: in the jar)");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] columns = line.split("\t");
                templates.put(
                        columns[0],
                        new Template(
                                columns[1],
                                columns[2].equals("suffix"),
                                columns[3],
                                columns.length > 4 ? columns[4] : null));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return templates;
    }
}
