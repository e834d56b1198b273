package io.vaportrail.trail.query;

import static io.vaportrail.trail.store.TrailFixture.ACCOUNT;
import static io.vaportrail.trail.store.TrailFixture.SARAH;
import static io.vaportrail.trail.store.TrailFixture.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.kms.KmsService;
import io.vaportrail.model.logs.LogsService;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.QueueDoesNotExist;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.model.sts.StsService;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told from the stored call is what the record says. */
class StoredFieldTest {
    private static final Set<String> ALL = Set.of(
            "eventName",
            "eventSource",
            "eventTime",
            "awsRegion",
            "sourceIPAddress",
            "errorCode",
            "errorMessage",
            "requestID",
            "eventID",
            "readOnly",
            "managementEvent",
            "recipientAccountId",
            "sharedEventID",
            "userIdentity",
            "eventCategory");

    private static final Caller ROLE = new Caller(
            Caller.Type.ASSUMED_ROLE,
            ACCOUNT,
            "AROAEXAMPLE:deploy",
            "arn:aws:sts::" + ACCOUNT + ":assumed-role/Deployer/deploy",
            null,
            "ASIAEXAMPLE",
            new Caller.Session(
                    new Caller.Issuer(
                            "Role", "AROAEXAMPLE", "arn:aws:iam::" + ACCOUNT + ":role/Deployer", ACCOUNT, "Deployer"),
                    Instant.parse("2026-03-09T14:00:00Z"),
                    false,
                    "source",
                    true),
            null);

    private final TrailFixture trail = new TrailFixture();
    private final RecordRenderer renderer = new RecordRenderer();

    private void everyKindOfCall() {
        List<Caller> callers = List.of(
                SARAH,
                ROLE,
                ROLE.through("ssm.amazonaws.com"),
                Caller.root(ACCOUNT, "test"),
                Caller.root(ACCOUNT, null),
                Caller.service("sns.amazonaws.com", ACCOUNT),
                Caller.anonymous(ACCOUNT),
                new Caller(Caller.Type.FEDERATED_USER, ACCOUNT, ACCOUNT + ":bob", "arn:x", null, "ASIAX", null, null),
                new Caller(Caller.Type.SAML_USER, ACCOUNT, "p", "arn:y", "carol", null, null, null),
                new Caller(Caller.Type.AWS_ACCOUNT, ACCOUNT, "p", "arn:z", "dan", "AKIA", null, null));
        for (Caller caller : callers) {
            trail.store.record(
                    call(SqsService.CREATE_QUEUE, caller),
                    CreateQueueRequest.builder().queueName("orders").build(),
                    null,
                    null);
            Call shared = call(StsService.ASSUME_ROLE, caller);
            shared.audit().sharedWith("444455556666");
            trail.store.record(shared, null, null, QueueDoesNotExist.of("gone"));
        }
        for (var operation : List.of(
                IamService.CREATE_USER,
                KmsService.LIST_KEYS,
                LogsService.PUT_LOG_EVENTS,
                S3Service.GET_OBJECT,
                SqsService.SEND_MESSAGE)) {
            trail.store.record(call(operation), null, null, CommonError.notImplemented(operation));
        }
        CallOrigin local =
                CallOrigin.within("sns.amazonaws.com", null, "http://x").withDepth(1);
        trail.store.record(call(SqsService.SEND_MESSAGE, SARAH, "eu-west-1", local), null, null, null);
    }

    @Test
    void agreesWithTheRecord() {
        everyKindOfCall();

        List<String> differences = new ArrayList<>();
        trail.newestFirst(call -> differences.addAll(differences(call)));

        assertThat(differences).isEmpty();
    }

    @Test
    void partsOfARecordAreAsInTheWhole() {
        everyKindOfCall();

        for (String field : List.of("requestParameters", "responseElements", "resources", "eventName")) {
            Set<String> fields = Set.of(field);
            trail.newestFirst(call -> {
                assertThat(RecordTree.read(renderer.renderFields(call, fields), fields))
                        .isEqualTo(RecordTree.read(renderer.render(call), fields));
                return call;
            });
        }
    }

    private List<String> differences(StoredCall call) {
        Map<String, @Nullable Object> record = RecordTree.read(renderer.render(call), ALL);
        List<String> differences = new ArrayList<>();
        for (StoredField field : StoredField.values()) {
            Object stored = field.of(call);
            Object rendered = rendered(record, field);
            if (stored != StoredField.UNKNOWN && !String.valueOf(stored).equals(String.valueOf(rendered))) {
                differences.add(field + ": " + stored + " in " + renderer.render(call));
            }
        }
        return differences;
    }

    private static @Nullable Object rendered(Map<String, @Nullable Object> record, StoredField field) {
        Object value = record;
        for (String name : field.path().split("\\.", -1)) {
            value = value instanceof Map<?, ?> members ? members.get(name) : null;
        }
        return value;
    }

    @Test
    void everyFieldOfEveryRecordCanBeAskedFor() {
        everyKindOfCall();

        trail.newestFirst(call -> {
            Map<String, @Nullable Object> record = io.vaportrail.core.json.Json.readObject(renderer.render(call));
            assertThat(record).isNotNull();
            paths("", record).forEach(path -> assertThatCode(() -> Where.parse(path + " exists"))
                    .as(path)
                    .doesNotThrowAnyException());
            return call;
        });
    }

    private static List<String> paths(String prefix, Map<?, ?> members) {
        List<String> paths = new ArrayList<>();
        members.forEach((name, value) -> {
            String path = prefix.isEmpty() ? name.toString() : prefix + "." + name;
            paths.add(path);
            if (value instanceof Map<?, ?> inner) {
                paths.addAll(paths(path, inner));
            } else if (value instanceof List<?> list) {
                paths.add(path + "[]");
                list.forEach(element -> {
                    if (element instanceof Map<?, ?> inner) {
                        paths.addAll(paths(path + "[]", inner));
                    }
                });
            }
        });
        return paths;
    }
}
