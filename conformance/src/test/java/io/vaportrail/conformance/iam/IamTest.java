package io.vaportrail.conformance.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.iam.IamClient;

/** What the suites of IAM share. */
@EmulatorTest
abstract class IamTest {
    static final String ACCOUNT = "000000000000";
    static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
            "Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
    static final String DOCUMENT = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}]}""";

    TestEmulator emulator;
    IamClient iam;

    @BeforeEach
    void connect(TestEmulator started) {
        emulator = started;
        iam = started.clients().iam("test");
    }

    static void assertRefused(ThrowingCallable call, String code, int status, String message) {
        assertThat(AwsError.of(call)).isEqualTo(new AwsError(code, status, message));
    }

    static void assertNoSuchEntity(ThrowingCallable call, String message) {
        assertRefused(call, "NoSuchEntity", 404, message);
    }

    static void assertDeleteConflict(ThrowingCallable call, String message) {
        assertRefused(call, "DeleteConflict", 409, message);
    }

    static void assertLimitExceeded(ThrowingCallable call, String message) {
        assertRefused(call, "LimitExceeded", 409, message);
    }

    static void assertInvalid(ThrowingCallable call, String message) {
        assertRefused(call, "ValidationError", 400, message);
    }

    /** A document as the answer carries it. */
    static String decoded(String document) {
        return URLDecoder.decode(document, StandardCharsets.UTF_8);
    }

    /** An inline policy of so many characters. */
    static String documentOfSize(int characters) {
        String start =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sqs:*\",\"Resource\":\"arn:aws:sqs:*:*:";
        String end = "\"}]}";
        return start + "q".repeat(characters - start.length() - end.length()) + end;
    }

    String createPolicy(String name) {
        return iam.createPolicy(r -> r.policyName(name).policyDocument(DOCUMENT))
                .policy()
                .arn();
    }
}
