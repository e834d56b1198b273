package io.vaportrail.core.service;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.Unit;
import io.vaportrail.schema.WireProtocol;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One call on its way through the pipeline: who calls what, from where, and what is to be recorded of it. */
public final class Call {
    private final OperationSchema<?, ?> operation;
    private final Caller caller;
    private final String region;
    private final String requestId;
    private final CallOrigin origin;
    private final AuditScope audit = new AuditScope();
    private AccessDecider decider = AccessDecider.ALLOW_ALL;
    private Struct input = Unit.INSTANCE;
    private @Nullable Runnable cancellation;
    private boolean cancelled;
    private @Nullable Consumer<EventSender> events;

    /** A call that begins. */
    public Call(OperationSchema<?, ?> operation, Caller caller, String region, String requestId, CallOrigin origin) {
        this.operation = operation;
        this.caller = caller;
        this.region = region;
        this.requestId = requestId;
        this.origin = origin;
    }

    /** What is called. */
    public OperationSchema<?, ?> operation() {
        return operation;
    }

    /** Who calls. */
    public Caller caller() {
        return caller;
    }

    /** Who is recorded: the caller, or who it turned out to be ({@link AuditScope#identity()}). */
    public Caller recordedCaller() {
        Caller turnedOut = audit.identity();
        return turnedOut == null ? caller : turnedOut;
    }

    /** The account that the call works in: the caller's. */
    public String accountId() {
        return caller.accountId();
    }

    /** The region that the call works in. */
    public String region() {
        return region;
    }

    /** The id that the caller gets in the answer and the audit record shows. */
    public String requestId() {
        return requestId;
    }

    /** Whence the call came. */
    public CallOrigin origin() {
        return origin;
    }

    /** Whether the caller speaks awsQuery: a few services word errors differently there. */
    public boolean overQuery() {
        return origin.protocol() == WireProtocol.AWS_QUERY;
    }

    /** What is to be recorded beside parameters and answer. */
    public AuditScope audit() {
        return audit;
    }

    /** Says who decides over actions in the middle of the call. */
    public void decideBy(AccessDecider newDecider, Struct asked) {
        decider = newDecider;
        input = asked;
    }

    /**
     * Whether the caller may do something that only the operation itself knows of, for example delete one of many objects.
     *
     * @param action for example {@code s3:DeleteObject}
     * @param arn of the resource
     * @return what he is told when he may not, or {@code null} when he may
     */
    public @Nullable ServiceException refusal(String action, String arn) {
        return decider.refusal(this, input, action, arn);
    }

    /**
     * Has the action run once if the caller leaves before the answer is there, at once if it has left already. For operations
     * that answer later; the action may run on any thread.
     */
    public void onCancel(Runnable action) {
        boolean now;
        synchronized (this) {
            cancellation = action;
            now = cancelled;
        }
        if (now) {
            action.run();
        }
    }

    /**
     * Has the answer be a stream of events: once the operation has answered, the action is given what sends them. For operations whose
     * output is a stream, called from outside.
     */
    public void answerWithEvents(Consumer<EventSender> action) {
        events = action;
    }

    /** What sends the events of the answer, or {@code null} when it is an ordinary one. */
    public @Nullable Consumer<EventSender> events() {
        return events;
    }

    /** Says that the caller has left. */
    public void cancel() {
        Runnable action;
        synchronized (this) {
            cancelled = true;
            action = cancellation;
            cancellation = null;
        }
        if (action != null) {
            action.run();
        }
    }
}
