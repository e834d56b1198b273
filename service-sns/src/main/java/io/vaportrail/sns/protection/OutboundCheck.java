package io.vaportrail.sns.protection;

import io.vaportrail.sns.store.Subscription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells to whom a message may be delivered. Each text of the message is inspected once. Used by one thread at a time. */
public final class OutboundCheck {
    private final List<ProtectionStatement> statements;
    private final Map<String, List<ProtectionStatement>> violated = new HashMap<>(2);

    private OutboundCheck(List<ProtectionStatement> statements) {
        this.statements = statements;
    }

    /** A check by a topic's policy, or {@code null} when it says nothing about deliveries. */
    public static @Nullable OutboundCheck of(@Nullable ProtectionPolicy policy) {
        return policy == null || !policy.isOutbound() ? null : new OutboundCheck(policy.statements(false));
    }

    /** Why a text may not be delivered to a subscription, or {@code null} when it may. */
    public @Nullable String complaint(Subscription subscription, String text) {
        for (ProtectionStatement statement : violated.computeIfAbsent(text, this::violatedBy)) {
            if (statement.isAbout(subscription.principalArn())) {
                return "The topic's data protection policy prohibits this message from being delivered to "
                        + subscription.arn();
            }
        }
        return null;
    }

    private List<ProtectionStatement> violatedBy(String text) {
        List<ProtectionStatement> found = new ArrayList<>();
        for (ProtectionStatement statement : statements) {
            if (statement.finds(text)) {
                found.add(statement);
            }
        }
        return found;
    }
}
