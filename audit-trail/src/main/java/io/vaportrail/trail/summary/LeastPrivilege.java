package io.vaportrail.trail.summary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.vaportrail.core.policy.ResourceArns;
import io.vaportrail.trail.store.Mark;
import io.vaportrail.trail.store.StoredCall;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The policy that allows some calls and nothing else. Actions on the same resources share a statement; actions, resources and
 * statements are sorted.
 *
 * <ul>
 *   <li>Calls that were denied are left out unless asked for: the principal did not get to do that.
 *   <li>Calls that failed otherwise are in it, since permission is decided on first, unless it is not known on which resource.
 *   <li>Calls that the emulator does not implement are in it: AWS would have done them.
 *   <li>Requests that could not be read are left out, as nothing is known of them.
 * </ul>
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the policy language</a>
 */
public final class LeastPrivilege {
    private static final JsonFactory FACTORY = new JsonFactory();

    private static final Set<String> DENIALS = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "AuthorizationError",
            "AuthorizationErrorException",
            "UnauthorizedOperation");

    private final boolean deniedToo;
    private final Map<String, SortedSet<String>> resourcesByAction = new TreeMap<>();
    private long denied;
    private long unknown;

    /**
     * A policy that allows nothing yet.
     *
     * @param deniedToo whether to allow what was denied as well
     */
    public LeastPrivilege(boolean deniedToo) {
        this.deniedToo = deniedToo;
    }

    /** Allows a call. */
    public void add(StoredCall call) {
        if (CallAccesses.areOfItsParts(call)) {
            return;
        }
        if (call.failed() && !deniedToo && DENIALS.contains(String.valueOf(call.errorCode()))) {
            denied++;
            return;
        }
        if (call.marks().contains(Mark.UNREADABLE_INPUT)) {
            unknown++;
            return;
        }
        for (CallAccesses.Access access : CallAccesses.of(call, LeastPrivilege::literally)) {
            if (access.unknown() && call.failed()) {
                unknown++;
            } else {
                resourcesByAction
                        .computeIfAbsent(access.action(), unseen -> new TreeSet<>())
                        .addAll(access.resources());
            }
        }
    }

    /** How many calls were left out because they were denied. */
    public long denied() {
        return denied;
    }

    /** How many calls were left out because it is not known what they were about. */
    public long unknown() {
        return unknown;
    }

    /** Whether nothing is allowed, so that there is no policy to write. */
    public boolean isEmpty() {
        return resourcesByAction.isEmpty();
    }

    /** The policy document, on lines of its own. */
    public String document() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("Version", "2012-10-17");
            json.writeArrayFieldStart("Statement");
            for (Map.Entry<SortedSet<String>, SortedSet<String>> statement :
                    actionsByResources().entrySet()) {
                json.writeStartObject();
                json.writeStringField("Effect", "Allow");
                array(json, "Action", statement.getValue());
                array(json, "Resource", statement.getKey());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a policy into memory", e);
        }
        return text.append('\n').toString();
    }

    /** In the order of each statement's first action. */
    private Map<SortedSet<String>, SortedSet<String>> actionsByResources() {
        Map<SortedSet<String>, SortedSet<String>> statements = new LinkedHashMap<>();
        resourcesByAction.forEach((action, resources) -> {
            boolean all = resources.contains(ResourceArns.ANY);
            statements
                    .computeIfAbsent(
                            all ? new TreeSet<>(Set.of(ResourceArns.ANY)) : resources, unseen -> new TreeSet<>())
                    .add(action);
        });
        return statements;
    }

    private static void array(JsonGenerator json, String name, SortedSet<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    /**
     * A name as policies write it: what would be a wildcard or a variable there stands for itself.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars">Special
     *     characters</a>
     */
    private static String literally(String name) {
        if (name.indexOf('*') < 0 && name.indexOf('?') < 0 && name.indexOf('$') < 0) {
            return name;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean special = c == '*' || c == '?' || c == '$';
            text.append(special ? "${" + c + "}" : String.valueOf(c));
        }
        return text.toString();
    }
}
