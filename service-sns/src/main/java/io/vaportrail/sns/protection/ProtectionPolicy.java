package io.vaportrail.sns.protection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A data protection policy, ready to be applied.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-data-protection-policies.html">Data protection policies</a>
 */
public final class ProtectionPolicy {
    private static final int HUNDRED = 100;

    private final String text;
    private final List<ProtectionStatement> statements;
    private final boolean outbound;

    /** How much of the next message is due to be audited, in hundredths; a whole one is audited. The first one is. */
    private final AtomicInteger due = new AtomicInteger(HUNDRED - 1);

    ProtectionPolicy(String text, List<ProtectionStatement> statements) {
        this.text = text;
        this.statements = List.copyOf(statements);
        this.outbound = statements.stream().anyMatch(statement -> !statement.inbound());
    }

    /**
     * Reads a policy.
     *
     * @throws io.vaportrail.schema.ServiceException when it is none, or asks for what cannot be done here
     */
    public static ProtectionPolicy of(String text) {
        return PolicyReader.read(text);
    }

    /** The policy as it was given. */
    public String text() {
        return text;
    }

    /** Whether it says anything about deliveries. */
    boolean isOutbound() {
        return outbound;
    }

    /** Its statements about one direction. */
    List<ProtectionStatement> statements(boolean inbound) {
        List<ProtectionStatement> some = new ArrayList<>();
        for (ProtectionStatement statement : statements) {
            if (statement.inbound() == inbound) {
                some.add(statement);
            }
        }
        return some;
    }

    /** Its audit, or {@code null} when it has none. */
    ProtectionOperation.@Nullable Audit audit() {
        for (ProtectionStatement statement : statements) {
            if (statement.operation() instanceof ProtectionOperation.Audit audit) {
                return audit;
            }
        }
        return null;
    }

    /** Where its audit reports. */
    Set<ProtectionOperation.Destination> destinations() {
        Set<ProtectionOperation.Destination> all = new LinkedHashSet<>();
        ProtectionOperation.Audit audit = audit();
        if (audit != null && audit.findings() != null) {
            all.add(audit.findings());
        }
        if (audit != null && audit.noFindings() != null) {
            all.add(audit.noFindings());
        }
        return all;
    }

    /** Whether the next message is one of the sample: so many of every hundred, spread evenly. */
    boolean isSampled(int rate) {
        return due.getAndUpdate(before -> before + rate >= HUNDRED ? before + rate - HUNDRED : before + rate) + rate
                >= HUNDRED;
    }
}
