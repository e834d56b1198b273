package io.vaportrail.conformance.smithy;

import io.vaportrail.conformance.smithy.SuiteCase.Kind;
import io.vaportrail.schema.WireProtocol;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class RestJson1SuiteTest {
    private final ProtocolSuite suite = Suites.of(WireProtocol.REST_JSON_1);

    @TestFactory
    Stream<DynamicTest> requests() {
        return suite.tests(Kind.REQUEST);
    }

    @TestFactory
    Stream<DynamicTest> responses() {
        return suite.tests(Kind.RESPONSE);
    }

    @TestFactory
    Stream<DynamicTest> malformedRequests() {
        return suite.tests(Kind.MALFORMED_REQUEST);
    }
}
