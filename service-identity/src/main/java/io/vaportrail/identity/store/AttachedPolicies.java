package io.vaportrail.identity.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The identity-based policies of a user, group or role: those embedded in it and the managed ones attached to it. */
public final class AttachedPolicies {
    /** Documents by policy name. */
    private volatile Map<String, String> inline = Map.of();

    private volatile List<ManagedPolicy> managed = List.of();

    /** The documents of the embedded policies, by name in alphabetical order. */
    public Map<String, String> inline() {
        return inline;
    }

    /** The attached policies in the order of their attachment. */
    public List<ManagedPolicy> managed() {
        return managed;
    }

    /** Embeds a policy, or replaces it. */
    public void put(String policyName, String document) {
        Map<String, String> changed = new TreeMap<>(inline);
        changed.put(policyName, document);
        inline = Collections.unmodifiableMap(changed);
    }

    /** Takes an embedded policy out; its document, or {@code null} when there was none of this name. */
    public @Nullable String remove(String policyName) {
        Map<String, String> changed = new TreeMap<>(inline);
        String removed = changed.remove(policyName);
        inline = Collections.unmodifiableMap(changed);
        return removed;
    }

    /** Attaches a policy; {@code false} when it already was. */
    public boolean attach(ManagedPolicy policy) {
        if (managed.contains(policy)) {
            return false;
        }
        List<ManagedPolicy> changed = new ArrayList<>(managed);
        changed.add(policy);
        managed = List.copyOf(changed);
        return true;
    }

    /** Detaches a policy; {@code false} when it was not attached. */
    public boolean detach(ManagedPolicy policy) {
        List<ManagedPolicy> changed = new ArrayList<>(managed);
        boolean detached = changed.remove(policy);
        managed = List.copyOf(changed);
        return detached;
    }

    /** Whether there is neither an embedded nor an attached policy. */
    public boolean isEmpty() {
        return inline.isEmpty() && managed.isEmpty();
    }
}
