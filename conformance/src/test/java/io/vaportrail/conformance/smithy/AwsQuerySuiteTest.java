package io.vaportrail.conformance.smithy;

import io.vaportrail.conformance.smithy.SuiteCase.Kind;
import io.vaportrail.schema.WireProtocol;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class AwsQuerySuiteTest {
    private final ProtocolSuite suite = Suites.of(WireProtocol.AWS_QUERY);

    @TestFactory
    Stream<DynamicTest> requests() {
        return suite.tests(Kind.REQUEST);
    }

    @TestFactory
    Stream<DynamicTest> responses() {
        return suite.tests(Kind.RESPONSE);
    }
}
