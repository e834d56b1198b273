package io.vaportrail.trail.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.model.cloudtrail.AdvancedEventSelector;
import io.vaportrail.model.cloudtrail.AdvancedFieldSelector;
import io.vaportrail.model.cloudtrail.DataResource;
import io.vaportrail.model.cloudtrail.EventSelector;
import io.vaportrail.model.cloudtrail.InvalidEventSelectorsException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorRulesTest {
    @Test
    void whatBasicSelectorsLeaveOutIsFilledIn() {
        TrailSelectors selectors =
                TrailSelectors.ofBasic(List.of(EventSelector.builder().build()));

        assertThat(selectors.basic())
                .containsExactly(EventSelector.builder()
                        .readWriteType("All")
                        .includeManagementEvents(true)
                        .dataResources(List.of())
                        .excludeManagementEventSources(List.of())
                        .build());
        assertThat(selectors.areCustom()).isFalse();
        assertThat(selectors.advanced()).isEmpty();
    }

    @Test
    void aTrailHasOneToFiveBasicSelectors() {
        EventSelector any = EventSelector.builder().build();
        assertThatCode(() -> TrailSelectors.ofBasic(Collections.nCopies(5, any)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> TrailSelectors.ofBasic(Collections.nCopies(6, any)))
                .isInstanceOf(InvalidEventSelectorsException.class)
                .hasMessage("Specify a valid number of selectors (1 to 5) for a trail.");
        assertThatThrownBy(() -> TrailSelectors.ofBasic(List.of())).isInstanceOf(InvalidEventSelectorsException.class);
    }

    @Test
    void basicSelectorsHaveUpTo250ValuesInAll() {
        DataResource half = s3(Collections.nCopies(125, "arn:aws:s3:::b/"));
        EventSelector selector =
                EventSelector.builder().dataResources(List.of(half)).build();
        assertThatCode(() -> TrailSelectors.ofBasic(List.of(selector, selector)))
                .doesNotThrowAnyException();
        EventSelector one = EventSelector.builder()
                .dataResources(List.of(s3(List.of("arn:aws:s3:::b/"))))
                .build();
        assertThatThrownBy(() -> TrailSelectors.ofBasic(List.of(selector, selector, one)))
                .isInstanceOf(InvalidEventSelectorsException.class)
                .hasMessageContaining("1 to 250");
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::S3::Object, arn:aws:s3, true",
        "AWS::S3::Object, arn:aws:s3:::, true",
        "AWS::S3::Object, arn:aws:s3:::bucket/, true",
        "AWS::S3::Object, arn:aws:s3:::bucket/pre/fix, true",
        "AWS::S3::Object, arn:aws:s3:::*, false",
        "AWS::S3::Object, arn:aws:s3:::bucket, false",
        "AWS::S3::Object, arn:aws:s3:::bucket/*, false",
        "AWS::S3::Object, arn:aws:lambda, false",
        "AWS::Lambda::Function, arn:aws:lambda, true",
        "AWS::Lambda::Function, arn:aws:lambda:us-east-1:111122223333:function:f, true",
        "AWS::Lambda::Function, arn:aws:lambda:*, false",
        "AWS::DynamoDB::Table, arn:aws:dynamodb:us-east-1:111122223333:table/t, true",
        "AWS::SQS::Queue, arn:aws:sqs, false"
    })
    void dataResources(String type, String value, boolean valid) {
        EventSelector selector = EventSelector.builder()
                .dataResources(List.of(
                        DataResource.builder().type(type).values(List.of(value)).build()))
                .build();
        if (valid) {
            assertThatCode(() -> TrailSelectors.ofBasic(List.of(selector))).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> TrailSelectors.ofBasic(List.of(selector)))
                    .isInstanceOf(InvalidEventSelectorsException.class)
                    .hasMessageMatching("Value .* for DataResources\\.(Type|Values) is invalid\\.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3.amazonaws.com", ""})
    void twoSourcesCanBeExcluded(String other) {
        assertThatCode(() -> TrailSelectors.ofBasic(List.of(EventSelector.builder()
                        .excludeManagementEventSources(List.of("kms.amazonaws.com", "rdsdata.amazonaws.com"))
                        .build())))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> TrailSelectors.ofBasic(List.of(EventSelector.builder()
                        .excludeManagementEventSources(List.of(other))
                        .build())))
                .isInstanceOf(InvalidEventSelectorsException.class);
    }

    static Stream<List<AdvancedFieldSelector>> valid() {
        return Stream.of(
                List.of(equal("eventCategory", "Management")),
                List.of(
                        equal("eventCategory", "Management"),
                        equal("readOnly", "true"),
                        not("eventSource", "kms.amazonaws.com", "rdsdata.amazonaws.com")),
                List.of(equal("eventCategory", "Data"), equal("resources.type", "AWS::SQS::Queue")),
                List.of(equal("eventCategory", "Data"), equal("resources.type", "AWS::DynamoDB::Table")),
                List.of(
                        equal("eventCategory", "Data"),
                        equal("resources.type", "AWS::S3::Object"),
                        not("resources.ARN", "arn:aws:s3:::b/"),
                        not("sessionCredentialFromConsole", "true"),
                        equal("userIdentity.arn", "a", "b"),
                        equal("eventType", "AwsApiCall")),
                List.of(
                        equal("eventCategory", "NetworkActivity"),
                        equal("eventSource", "kms.amazonaws.com"),
                        equal("errorCode", "VpceAccessDenied"),
                        equal("vpcEndpointId", "vpce-1")));
    }

    @ParameterizedTest
    @MethodSource
    void valid(List<AdvancedFieldSelector> fields) {
        assertThat(advanced(fields).areCustom()).isTrue();
    }

    static Stream<List<AdvancedFieldSelector>> invalid() {
        return Stream.of(
                List.of(equal("readOnly", "true")),
                List.of(equal("eventCategory", "management")),
                List.of(equal("eventCategory", "Management", "Data")),
                List.of(not("eventCategory", "Management")),
                List.of(equal("eventCategory", "Management"), equal("eventName", "CreateQueue")),
                List.of(equal("eventCategory", "Management"), equal("eventSource", "kms.amazonaws.com")),
                List.of(equal("eventCategory", "Management"), not("eventSource", "sqs.amazonaws.com")),
                List.of(equal("eventCategory", "Management"), equal("readOnly", "yes")),
                List.of(equal("eventCategory", "Management"), not("readOnly", "true")),
                List.of(equal("eventCategory", "Data")),
                List.of(equal("eventCategory", "Data"), equal("resources.type", "AWS::SQS::Quee")),
                List.of(equal("eventCategory", "Data"), equal("resources.type", "AWS::SQS::Queue", "AWS::SNS::Topic")),
                List.of(
                        equal("eventCategory", "Data"),
                        equal("resources.type", "AWS::SQS::Queue"),
                        equal("eventName", "a"),
                        not("eventName", "b")),
                List.of(
                        equal("eventCategory", "Data"),
                        equal("resources.type", "AWS::SQS::Queue"),
                        AdvancedFieldSelector.builder().field("eventName").build()),
                List.of(
                        equal("eventCategory", "Data"),
                        equal("resources.type", "AWS::SQS::Queue"),
                        equal("colour", "a")),
                List.of(equal("eventCategory", "NetworkActivity")),
                List.of(
                        equal("eventCategory", "NetworkActivity"),
                        equal("eventSource", "kms.amazonaws.com"),
                        equal("errorCode", "AccessDenied")));
    }

    @ParameterizedTest
    @MethodSource
    void invalid(List<AdvancedFieldSelector> fields) {
        assertThatThrownBy(() -> advanced(fields)).isInstanceOf(InvalidEventSelectorsException.class);
    }

    @Test
    void advancedSelectorsHaveUpTo500ValuesInAll() {
        AdvancedFieldSelector category = equal("eventCategory", "Data");
        AdvancedFieldSelector type = equal("resources.type", "AWS::SQS::Queue");
        assertThatCode(() -> advanced(List.of(category, type, equal("eventName", names(498)))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> advanced(List.of(category, type, equal("eventName", names(499)))))
                .isInstanceOf(InvalidEventSelectorsException.class)
                .hasMessageContaining("500");
    }

    private static String[] names(int count) {
        return Collections.nCopies(count, "SendMessage").toArray(new String[0]);
    }

    private static TrailSelectors advanced(List<AdvancedFieldSelector> fields) {
        return TrailSelectors.ofAdvanced(
                List.of(AdvancedEventSelector.builder().fieldSelectors(fields).build()));
    }

    private static AdvancedFieldSelector equal(String field, String... values) {
        return AdvancedFieldSelector.builder()
                .field(field)
                .equalsMember(List.of(values))
                .build();
    }

    private static AdvancedFieldSelector not(String field, String... values) {
        return AdvancedFieldSelector.builder()
                .field(field)
                .notEquals(List.of(values))
                .build();
    }

    private static DataResource s3(@Nullable List<String> values) {
        return DataResource.builder().type("AWS::S3::Object").values(values).build();
    }
}
