package io.vaportrail.benchmarks.jmh;

import io.vaportrail.benchmarks.WiredEmulator;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.pipeline.Authorizer;
import io.vaportrail.core.policy.NamedPolicy;
import io.vaportrail.core.policy.PolicyDirectory;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.policy.PolicySyntaxException;
import io.vaportrail.core.policy.PrincipalPolicies;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.core.service.IamMode;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.schema.WireProtocol;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to decide whether a SendMessage may pass: with {@code --iam off}, for an administrator, and for a user. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AuthorizerBenchmark {
    private static final String POLICY = """
            {"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::parcels/*"},
            {"Effect":"Deny","Action":"sqs:DeleteQueue","Resource":"*"},
            {"Effect":"Allow","Action":["sqs:Send*","sqs:Receive*"],"Resource":"arn:aws:sqs:*:*:Bench*",
            "Condition":{"StringEquals":{"aws:RequestedRegion":"us-east-1"},"IpAddress":{"aws:SourceIp":"127.0.0.0/8"}}}]}""";

    private final WiredEmulator emulator = new WiredEmulator(false, (delay, task) -> () -> {});
    private final SendMessageRequest input = SendMessageRequest.builder()
            .queueUrl(Requests.QUEUE)
            .messageBody("hello")
            .build();
    private final Call call = new Call(
            SqsService.SEND_MESSAGE,
            Caller.user("000000000000", "sarah", "sarah"),
            "us-east-1",
            "5fea7756-0ea4-451a-a703-a558b933e274",
            CallOrigin.within("127.0.0.1", "aws-sdk-java/2.40.2", "http://127.0.0.1:4566")
                    .over(WireProtocol.AWS_JSON_1_0, "127.0.0.1:4566", null));
    private final Authorizer off = emulator.authorizer(IamMode.OFF, PolicyDirectory.EMPTY);
    private final Authorizer administrator = emulator.authorizer(IamMode.ENFORCE, PolicyDirectory.EMPTY);
    private final Authorizer user = emulator.authorizer(IamMode.ENFORCE, new OnePolicy(policies()));

    /** A benchmark over a queue. */
    public AuthorizerBenchmark() {
        Requests.Answered created = new Requests.Answered(Requests.of("CreateQueue", "{\"QueueName\":\"Benchmark\"}"));
        emulator.pipeline().handle(created);
        created.response();
    }

    private static PrincipalPolicies policies() {
        try {
            PolicyDocument document = PolicyDocument.parse(POLICY, PolicyKind.IDENTITY);
            return new PrincipalPolicies(List.of(new NamedPolicy("own", document)), null, List.of(), false);
        } catch (PolicySyntaxException e) {
            throw new IllegalStateException("policy: " + POLICY + " (expected: a valid one)", e);
        }
    }

    /** Gives everybody the same policies. */
    private record OnePolicy(PrincipalPolicies policies) implements PolicyDirectory {
        @Override
        public PrincipalPolicies policiesOf(Caller caller) {
            return policies;
        }

        @Override
        public Map<String, String> principalTags(Caller caller) {
            return Map.of();
        }
    }

    /** Nothing to decide. */
    @Benchmark
    public void off() {
        off.authorize(call, input);
    }

    /** Somebody who was never created. */
    @Benchmark
    public void enforcedForAnAdministrator() {
        administrator.authorize(call, input);
    }

    /** A user with a policy of three statements, the last of which allows under two conditions. */
    @Benchmark
    public void enforcedForAUser() {
        user.authorize(call, input);
    }
}
