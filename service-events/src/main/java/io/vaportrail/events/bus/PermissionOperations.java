package io.vaportrail.events.bus;

import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.policy.PolicySyntaxException;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.EventsLimits;
import io.vaportrail.events.store.Buses;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.model.events.EventsService;
import io.vaportrail.model.events.PutPermissionRequest;
import io.vaportrail.model.events.RemovePermissionRequest;
import io.vaportrail.schema.Unit;
import org.jspecify.annotations.Nullable;

/**
 * PutPermission and RemovePermission: the policy of an event bus, as a whole or by its statements.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html">Permissions for event buses</a>
 */
public final class PermissionOperations {
    private final Buses buses;
    private final EmulatorClock clock;

    /** Operations on the policies of these. */
    public PermissionOperations(Buses buses, EmulatorClock clock) {
        this.buses = buses;
        this.clock = clock;
    }

    /** Registers them. */
    public void register(OperationRegistry operations) {
        operations
                .inline(EventsService.PUT_PERMISSION, this::putPermission)
                .inline(EventsService.REMOVE_PERMISSION, this::removePermission);
    }

    private Unit putPermission(PutPermissionRequest input, Call call) {
        EventBus bus = buses.get(input.eventBusName(), call.accountId(), call.region());
        boolean byStatement = input.action() != null
                || input.principal() != null
                || input.statementId() != null
                || input.condition() != null;
        if (input.policy() == null) {
            BusPolicy.Grant grant = BusPolicy.grant(bus.arn(), input);
            bus.change(old -> old.withPolicy(
                    checked(BusPolicy.of(old.policy()).with(grant).text()), clock.now()));
        } else if (byStatement) {
            throw EventsErrors.validation(
                    "Policy cannot be given together with Action, Principal, StatementId or Condition.");
        } else {
            String policy = checked(input.policy());
            bus.change(old -> old.withPolicy(policy, clock.now()));
        }
        buses.report(bus);
        return Unit.INSTANCE;
    }

    private static String checked(@Nullable String policy) {
        String text = String.valueOf(policy);
        if (text.length() > EventsLimits.POLICY) {
            throw EventsErrors.policyTooLong();
        }
        try {
            PolicyDocument.parse(text, PolicyKind.RESOURCE);
            return text;
        } catch (PolicySyntaxException e) {
            throw EventsErrors.invalid("Policy", String.valueOf(e.getMessage()));
        }
    }

    private Unit removePermission(RemovePermissionRequest input, Call call) {
        EventBus bus = buses.get(input.eventBusName(), call.accountId(), call.region());
        if (Boolean.TRUE.equals(input.removeAllPermissions())) {
            bus.change(old -> old.withPolicy(null, clock.now()));
        } else {
            String id = input.statementId();
            if (id == null) {
                throw EventsErrors.validation("Parameter StatementId or RemoveAllPermissions must be specified.");
            }
            bus.change(
                    old -> old.withPolicy(BusPolicy.of(old.policy()).without(id).text(), clock.now()));
        }
        buses.report(bus);
        return Unit.INSTANCE;
    }
}
