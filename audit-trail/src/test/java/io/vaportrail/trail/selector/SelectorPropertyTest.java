package io.vaportrail.trail.selector;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.json.Json;
import io.vaportrail.core.service.Call;
import io.vaportrail.model.cloudtrail.AdvancedEventSelector;
import io.vaportrail.model.cloudtrail.AdvancedFieldSelector;
import io.vaportrail.model.cloudtrail.DataResource;
import io.vaportrail.model.cloudtrail.EventSelector;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.TrailFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Selectors answer as one who reads the rendered record and the documentation alone. */
@SuppressWarnings("unchecked") // JSON has no types
class SelectorPropertyTest {
    private static final List<OperationSchema<?, ?>> OPERATIONS = List.of(
            SqsService.CREATE_QUEUE,
            SqsService.SEND_MESSAGE,
            SqsService.RECEIVE_MESSAGE,
            SqsService.DELETE_MESSAGE,
            S3Service.CREATE_BUCKET,
            S3Service.GET_BUCKET_ACL,
            S3Service.PUT_OBJECT,
            S3Service.GET_OBJECT);
    private static final List<String> NAMES = List.of("orders", "orders.fifo", "invoices");
    private static final List<String> TEXTS = List.of(
            "SendMessage",
            "Send",
            "Message",
            "PutObject",
            "arn:aws:sqs:eu-west-1:111122223333:orders",
            "arn:aws:sqs:",
            ".fifo",
            "arn:aws:s3:::orders/",
            "/key",
            "sqs.amazonaws.com",
            "arn:aws:iam::111122223333:user/sarah",
            "/mike",
            "AwsApiCall");

    private final TrailFixture trail = new TrailFixture();
    private final RecordRenderer renderer = new RecordRenderer();

    /** What is called, by whom, on what. */
    record Happening(OperationSchema<?, ?> operation, String caller, String name) {}

    @Provide
    Arbitrary<Happening> happenings() {
        return Combinators.combine(Arbitraries.of(OPERATIONS), Arbitraries.of("sarah", "mike"), Arbitraries.of(NAMES))
                .as(Happening::new);
    }

    @Property
    void advancedSelectors(
            @ForAll("happenings") Happening happening, @ForAll("advanced") List<AdvancedEventSelector> selectors) {
        record(happening);
        Map<String, @Nullable Object> record = rendered();

        boolean expected = selectors.stream().anyMatch(s -> matches(s, record));

        assertThat(trail.newest(TrailSelectors.ofAdvanced(selectors)::test))
                .as("%s of %s", selectors, record)
                .isEqualTo(expected);
    }

    @Property
    void basicSelectors(@ForAll("happenings") Happening happening, @ForAll("basic") List<EventSelector> selectors) {
        record(happening);
        Map<String, @Nullable Object> record = rendered();

        boolean expected = selectors.stream().anyMatch(s -> matches(s, record));

        assertThat(trail.newest(TrailSelectors.ofBasic(selectors)::test))
                .as("%s of %s", selectors, record)
                .isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<AdvancedEventSelector>> advanced() {
        Arbitrary<List<AdvancedFieldSelector>> management = Combinators.combine(
                        optional(equal("readOnly", Arbitraries.of("true", "false"))),
                        optional(Arbitraries.of("kms.amazonaws.com", "rdsdata.amazonaws.com")
                                .map(source -> AdvancedFieldSelector.builder()
                                        .field("eventSource")
                                        .notEquals(List.of(source))
                                        .build())))
                .as((readOnly, source) -> all(equal("eventCategory", "Management"), readOnly, source));
        Arbitrary<List<AdvancedFieldSelector>> data = Combinators.combine(
                        equal(
                                "resources.type",
                                Arbitraries.of("AWS::SQS::Queue", "AWS::S3::Object", "AWS::SNS::Topic")),
                        optional(equal("readOnly", Arbitraries.of("true", "false"))),
                        optional(free("eventName")),
                        optional(free("resources.ARN")),
                        optional(free("userIdentity.arn")),
                        optional(free("eventSource")),
                        optional(free("eventType")))
                .as((type, readOnly, name, arn, identity, source, eventType) -> all(
                        equal("eventCategory", "Data"),
                        List.of(type),
                        readOnly,
                        name,
                        arn,
                        identity,
                        source,
                        eventType));
        return Arbitraries.oneOf(management, data)
                .map(fields ->
                        AdvancedEventSelector.builder().fieldSelectors(fields).build())
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<EventSelector>> basic() {
        Arbitrary<DataResource> s3 = Arbitraries.of(
                        "arn:aws:s3",
                        "arn:aws:s3:::",
                        "arn:aws:s3:::orders/",
                        "arn:aws:s3:::orders/ke",
                        "arn:aws:s3:::other/")
                .list()
                .ofMaxSize(3)
                .map(values -> DataResource.builder()
                        .type("AWS::S3::Object")
                        .values(values)
                        .build());
        return Combinators.combine(
                        Arbitraries.of("All", "ReadOnly", "WriteOnly").injectNull(0.2),
                        Arbitraries.of(true, false).injectNull(0.2),
                        s3.list().ofMaxSize(2))
                .as((readWrite, management, resources) -> EventSelector.builder()
                        .readWriteType(readWrite)
                        .includeManagementEvents(management)
                        .dataResources(resources)
                        .build())
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Arbitrary<List<AdvancedFieldSelector>> optional(Arbitrary<AdvancedFieldSelector> field) {
        return field.list().ofMaxSize(1);
    }

    private static Arbitrary<AdvancedFieldSelector> equal(String field, Arbitrary<String> values) {
        return values.map(value -> equal(field, value).get(0));
    }

    private static List<AdvancedFieldSelector> equal(String field, String value) {
        return List.of(AdvancedFieldSelector.builder()
                .field(field)
                .equalsMember(List.of(value))
                .build());
    }

    private static Arbitrary<AdvancedFieldSelector> free(String field) {
        Arbitrary<List<String>> some = Arbitraries.of(TEXTS).list().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(
                        some.injectNull(0.7),
                        some.injectNull(0.7),
                        some.injectNull(0.7),
                        some.injectNull(0.7),
                        some.injectNull(0.7),
                        some.injectNull(0.7))
                .as((equal, starts, ends, notEqual, notStarts, notEnds) -> AdvancedFieldSelector.builder()
                        .field(field)
                        .equalsMember(equal)
                        .startsWith(starts)
                        .endsWith(ends)
                        .notEquals(notEqual)
                        .notStartsWith(notStarts)
                        .notEndsWith(notEnds)
                        .build())
                .filter(selector -> Stream.of(Operator.values())
                        .anyMatch(operator -> !operator.operands(selector).isEmpty()));
    }

    @SafeVarargs
    private static List<AdvancedFieldSelector> all(List<AdvancedFieldSelector>... parts) {
        List<AdvancedFieldSelector> all = new ArrayList<>();
        for (List<AdvancedFieldSelector> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private void record(Happening happening) {
        Call call = TrailFixture.call(
                happening.operation, Caller.user(TrailFixture.ACCOUNT, happening.caller, happening.caller));
        String name = happening.name;
        if (happening.operation.service() == SqsService.SERVICE) {
            call.audit().resource("AWS::SQS::Queue", "arn:aws:sqs:eu-west-1:111122223333:" + name);
        } else {
            if (happening.operation == S3Service.PUT_OBJECT || happening.operation == S3Service.GET_OBJECT) {
                call.audit().resource("AWS::S3::Object", "arn:aws:s3:::" + name + "/key");
            }
            call.audit().resource("AWS::S3::Bucket", "arn:aws:s3:::" + name);
        }
        trail.store.record(call, null, null, null);
    }

    private Map<String, @Nullable Object> rendered() {
        return Objects.requireNonNull(Json.readObject(trail.newest(renderer::render)));
    }

    private static boolean matches(AdvancedEventSelector selector, Map<String, @Nullable Object> record) {
        String type = selector.fieldSelectors().stream()
                .filter(field -> field.field().equals("resources.type"))
                .map(field -> Objects.requireNonNull(field.equalsMember()).get(0))
                .findFirst()
                .orElse("");
        return selector.fieldSelectors().stream().allMatch(field -> values(field.field(), type, record).stream()
                .anyMatch(value -> matches(field, value)));
    }

    private static boolean matches(AdvancedFieldSelector field, String value) {
        boolean selects = field.equalsMember() != null || field.startsWith() != null || field.endsWith() != null;
        boolean selected = any(field.equalsMember(), value, String::equals)
                || any(field.startsWith(), value, String::startsWith)
                || any(field.endsWith(), value, String::endsWith);
        boolean deselected = any(field.notEquals(), value, String::equals)
                || any(field.notStartsWith(), value, String::startsWith)
                || any(field.notEndsWith(), value, String::endsWith);
        return (!selects || selected) && !deselected;
    }

    private static boolean any(@Nullable List<String> operands, String value, BiPredicate<String, String> how) {
        return operands != null && operands.stream().anyMatch(operand -> how.test(value, operand));
    }

    private static List<String> values(String field, String type, Map<String, @Nullable Object> record) {
        return switch (field) {
            case "resources.type" ->
                resources(record).stream()
                        .map(resource -> String.valueOf(resource.get("type")))
                        .toList();
            case "resources.ARN" ->
                resources(record).stream()
                        .filter(resource -> type.equals(resource.get("type")))
                        .map(resource -> String.valueOf(resource.get("ARN")))
                        .toList();
            case "userIdentity.arn" ->
                List.of(String.valueOf(
                        ((Map<String, @Nullable Object>) Objects.requireNonNull(record.get("userIdentity")))
                                .get("arn")));
            default -> List.of(String.valueOf(record.get(field)));
        };
    }

    private static List<Map<String, @Nullable Object>> resources(Map<String, @Nullable Object> record) {
        return (List<Map<String, @Nullable Object>>) Objects.requireNonNull(record.get("resources"));
    }

    private static boolean matches(EventSelector selector, Map<String, @Nullable Object> record) {
        boolean readOnly = Boolean.TRUE.equals(record.get("readOnly"));
        String wanted = selector.readWriteType();
        if ("ReadOnly".equals(wanted) && !readOnly || "WriteOnly".equals(wanted) && readOnly) {
            return false;
        }
        if (Boolean.TRUE.equals(record.get("managementEvent"))) {
            return !Boolean.FALSE.equals(selector.includeManagementEvents());
        }
        return Objects.requireNonNull(selector.dataResources()).stream()
                .flatMap(resource -> Objects.requireNonNull(resource.values()).stream())
                .anyMatch(prefix -> values("resources.ARN", "AWS::S3::Object", record).stream()
                        .anyMatch(arn -> arn.startsWith(prefix)));
    }
}
