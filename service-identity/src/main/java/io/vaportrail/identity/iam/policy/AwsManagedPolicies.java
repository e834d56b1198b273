package io.vaportrail.identity.iam.policy;

import io.vaportrail.core.identity.UniqueIds;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.policy.PolicySyntaxException;
import io.vaportrail.identity.store.EntityName;
import io.vaportrail.identity.store.ManagedPolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The managed policies of AWS that the emulator knows, with the documents that AWS publishes. They stand in {@code
 * aws-managed-policies.tsv}: path and name, version, date of creation, date of the version, document. Read when first asked for.
 *
 * @see <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html">AWS managed policies</a>
 */
public final class AwsManagedPolicies {
    private static final String FILE = "/io/vaportrail/identity/iam/aws-managed-policies.tsv";
    private static final String ARN = "arn:aws:iam::aws:policy/";
    private static final int COLUMNS = 5;

    private final Map<String, ManagedPolicy> made = new ConcurrentHashMap<>();

    /** The lines of the file by ARN. */
    private static final class Lines {
        static final Map<String, String> BY_ARN = read();

        private static Map<String, String> read() {
            Map<String, String> lines = new TreeMap<>();
            try (InputStream file = AwsManagedPolicies.class.getResourceAsStream(FILE)) {
                if (file == null) {
                    throw new IllegalStateException(FILE + ": missing (expected: in the jar)");
                }
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.put(ARN + line.substring(0, line.indexOf('\t')), line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return lines;
        }
    }

    /** The policy with this ARN, or {@code null} when it is not known. */
    public @Nullable ManagedPolicy get(String arn) {
        if (!arn.startsWith(ARN)) {
            return null;
        }
        ManagedPolicy policy = made.get(arn);
        String line = policy == null ? Lines.BY_ARN.get(arn) : null;
        return line == null ? policy : made.computeIfAbsent(arn, key -> parse(line));
    }

    /** All that are known. */
    public List<ManagedPolicy> all() {
        List<ManagedPolicy> all = new ArrayList<>();
        for (String arn : Lines.BY_ARN.keySet()) {
            ManagedPolicy policy = get(arn);
            if (policy != null) {
                all.add(policy);
            }
        }
        return all;
    }

    private static ManagedPolicy parse(String line) {
        String[] columns = line.split("\t", COLUMNS);
        int slash = columns[0].lastIndexOf('/');
        EntityName name = new EntityName('/' + columns[0].substring(0, slash + 1), columns[0].substring(slash + 1));
        Instant updateDate = Instant.parse(columns[3]);
        ManagedPolicy.Version version = new ManagedPolicy.Version(
                Integer.parseInt(columns[1].substring(1)), document(columns[0], columns[4]), updateDate);
        return new ManagedPolicy(
                ManagedPolicy.AWS,
                name,
                UniqueIds.stable("ANPA", ManagedPolicy.AWS, name.name()),
                null,
                version,
                Instant.parse(columns[2]),
                updateDate);
    }

    private static PolicyDocument document(String name, String text) {
        try {
            return PolicyDocument.parse(text, PolicyKind.MANAGED);
        } catch (PolicySyntaxException e) {
            throw new IllegalStateException(FILE + ", " + name + ": " + e.getMessage() + " (expected: a policy)", e);
        }
    }
}
