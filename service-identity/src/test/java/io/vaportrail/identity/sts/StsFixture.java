package io.vaportrail.identity.sts;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.policy.PolicyDirectory;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.policy.PolicySyntaxException;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.store.EntityName;
import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.store.SessionCredentials;
import io.vaportrail.model.sts.AssumeRoleRequest;
import io.vaportrail.model.sts.AssumeRoleResponse;
import io.vaportrail.model.sts.Credentials;
import io.vaportrail.model.sts.StsService;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.WireProtocol;
import io.vaportrail.support.OperationCalls;
import io.vaportrail.support.Surroundings;
import java.time.Duration;
import java.util.Objects;

/** STS behind its operations, without sockets and codecs, on a clock moved by hand. */
final class StsFixture {
    static final String ACCOUNT = "111122223333";
    static final String OTHER = "444455556666";
    static final String REGION = "eu-west-1";

    /** 2025-06-15T15:06:40Z. */
    static final long START = 1_750_000_000_000L;

    final Surroundings surroundings = new Surroundings(START);
    final EmulatorClock clock = surroundings.clock;
    final Accounts accounts = new Accounts(clock);
    private final OperationCalls operations;

    StsFixture() {
        this(false);
    }

    StsFixture(boolean strict) {
        StsModule module =
                new StsModule(surroundings.strict(strict).context(), accounts, PolicyDirectory.EMPTY, accounts::reset);
        operations = new OperationCalls(
                module.violations(), WireProtocol.AWS_QUERY, Caller.user(ACCOUNT, "sarah", "sarah"), REGION);
        module.register(operations);
    }

    /** A user that was never created, by name. */
    StsFixture as(String userName) {
        return as(Caller.user(ACCOUNT, userName, userName));
    }

    StsFixture as(Caller other) {
        operations.as(other);
        return this;
    }

    /** The holder of credentials that were issued. */
    StsFixture as(Credentials credentials) {
        return as(holderOf(credentials).caller());
    }

    SessionCredentials holderOf(Credentials credentials) {
        return Objects.requireNonNull(accounts.sessions().inForce(credentials.accessKeyId()), "session");
    }

    Call lastCall() {
        return operations.lastCall();
    }

    Role role(String name, String trustPolicy) {
        return role(ACCOUNT, "/", name, trustPolicy, 3_600);
    }

    Role role(String accountId, String path, String name, String trustPolicy, int maxSeconds) {
        Role role = new Role(
                accountId,
                new EntityName(path, name),
                "AROA" + name,
                clock.now(),
                parse(trustPolicy),
                maxSeconds,
                null);
        accounts.of(accountId).roles().add(role);
        return role;
    }

    private static PolicyDocument parse(String trustPolicy) {
        try {
            return PolicyDocument.parse(trustPolicy, PolicyKind.TRUST);
        } catch (PolicySyntaxException e) {
            throw new AssertionError(trustPolicy, e);
        }
    }

    /** A trust policy of one statement. */
    static String trusting(String principal, String action, String condition) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":" + principal
                + ",\"Action\":" + action + (condition.isEmpty() ? "" : ",\"Condition\":" + condition) + "}]}";
    }

    /** A trust policy for everybody in the account. */
    static String trustingAccount(String accountId) {
        return trusting(
                "{\"AWS\":\"" + accountId + "\"}",
                "[\"sts:AssumeRole\",\"sts:TagSession\",\"sts:SetSourceIdentity\"]",
                "");
    }

    <I extends Struct, O extends Struct> O call(OperationSchema<I, O> operation, I input) {
        return operations.call(operation, input);
    }

    /** Status, code and message of a refusal. */
    <I extends Struct, O extends Struct> String refused(OperationSchema<I, O> operation, I input) {
        return OperationCalls.text(operations.refused(operation, input));
    }

    static AssumeRoleRequest.Builder assuming(Role role) {
        return AssumeRoleRequest.builder().roleArn(role.arn()).roleSessionName("deploy");
    }

    AssumeRoleResponse assume(AssumeRoleRequest.Builder request) {
        return call(StsService.ASSUME_ROLE, request.build());
    }

    String refusedToAssume(AssumeRoleRequest.Builder request) {
        return refused(StsService.ASSUME_ROLE, request.build());
    }

    void advance(Duration duration) {
        clock.advance(duration);
    }
}
