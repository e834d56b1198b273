package io.vaportrail.conformance.smithy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.ListHeaders;
import io.vaportrail.core.protocol.Protocol;
import io.vaportrail.core.routing.RoutedRequest;
import io.vaportrail.schema.DynamicStruct;
import io.vaportrail.schema.Location;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructSchema;
import io.vaportrail.schema.WireProtocol;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What is encoded as an output decodes to the same values as an input, where a response can carry all that a request can. */
final class RoundTripTest {
    private static final Set<Location> ONE_WAY =
            EnumSet.of(Location.LABEL, Location.QUERY, Location.QUERY_PARAMS, Location.STATUS_CODE);

    /** S3 answers it in a form that it takes nowhere: the text without the member's element around it. */
    private static final String UNWRAPPED = "GetBucketLocation";

    @Property(shrinking = ShrinkingMode.OFF)
    void awsJson10(@ForAll long seed) {
        roundTrip(WireProtocol.AWS_JSON_1_0, seed);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void awsJson11(@ForAll long seed) {
        roundTrip(WireProtocol.AWS_JSON_1_1, seed);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void restJson1(@ForAll long seed) {
        roundTrip(WireProtocol.REST_JSON_1, seed);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void rpcV2Cbor(@ForAll long seed) {
        roundTrip(WireProtocol.RPC_V2_CBOR, seed);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void restXml(@ForAll long seed) {
        roundTrip(WireProtocol.REST_XML, seed);
    }

    private static void roundTrip(WireProtocol id, long seed) {
        List<OperationCases> candidates = Suites.of(id).operations().stream()
                .filter(RoundTripTest::canReturn)
                .toList();
        OperationCases chosen = candidates.get((int) Long.remainderUnsigned(seed, candidates.size()));
        @SuppressWarnings("unchecked")
        StructSchema<DynamicStruct> schema =
                (StructSchema<DynamicStruct>) chosen.operation().output();
        Protocol protocol = chosen.protocol();
        OperationSchema<?, ?> echo =
                new Echo(chosen.service(), schema).operations().get(0);
        Struct sent = new RandomStructs(seed, id == WireProtocol.REST_XML).next(schema);
        HttpResponse response = protocol.encode(echo, sent, Responses.REQUEST_ID);
        Struct received;
        try {
            received = protocol.decode(echo, asRequest(schema, response));
        } catch (ServiceException e) {
            throw new AssertionError(id + " seed " + seed + ": " + Bodies.describe(response.body()), e);
        }
        assertThat(Trees.of(received))
                .as("%s by %s, seed %d", schema, id, seed)
                .isEqualTo(Trees.of(Params.withDefaults(sent)));
    }

    private static boolean canReturn(OperationCases operation) {
        StructSchema<?> output = operation.operation().output();
        return operation.operation().hasOutput()
                && !operation.operation().name().equals(UNWRAPPED)
                && output.members().stream().noneMatch(RoundTripTest::isOneWay);
    }

    private static boolean isOneWay(Member member) {
        return ONE_WAY.contains(member.location())
                || member.locationName().equalsIgnoreCase("Content-Type")
                || member.streaming() && member.target().type() == ShapeType.UNION
                || member.location() == Location.PREFIX_HEADERS
                        && member.locationName().isEmpty();
    }

    /** Requests, other than responses, have no body at all where no member stands in it. */
    private static RoutedRequest asRequest(StructSchema<?> schema, HttpResponse response) {
        ListHeaders headers = ListHeaders.of();
        response.forEachHeader(headers::add);
        boolean bodiless = schema.bodyMembers().isEmpty() && schema.payloadMember() == null;
        byte[] body = bodiless ? new byte[0] : response.body();
        return RoutedRequest.of(new HttpRequest("POST", "/", null, headers, body, Requests.ORIGIN));
    }

    /** A service whose one operation takes what it gives. */
    private static final class Echo extends ServiceSchema {
        private final StructSchema<?> schema;

        Echo(SmithyService like, StructSchema<?> schema) {
            super(like.identification(), "Echo");
            this.schema = schema;
        }

        @Override
        protected void defineOperation(int index, OperationSchema.Details into) {
            into.input(schema).output(schema);
        }
    }
}
