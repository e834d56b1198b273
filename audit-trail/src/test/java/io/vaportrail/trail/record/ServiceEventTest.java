package io.vaportrail.trail.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.core.audit.ServiceEvent;
import io.vaportrail.model.kms.KmsService;
import io.vaportrail.model.secretsmanager.SecretsManagerService;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailFixture;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What services do on their own is recorded without a caller. */
class ServiceEventTest {
    private static final String ACCOUNT = "111122223333";
    private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/1234";

    private final TrailFixture trail = new TrailFixture();
    private final RecordRenderer renderer = new RecordRenderer();

    @Test
    void aRotatedKeyIsRecordedAsKmsRecordsIt() {
        trail.store.serviceEvent(new ServiceEvent(
                KmsService.SERVICE,
                "RotateKey",
                ACCOUNT,
                "us-east-1",
                "AWS Internal",
                null,
                null,
                Map.of("keyId", "1234"),
                Map.of(),
                List.of(new AuditScope.Resource("AWS::KMS::Key", KEY))));

        assertThat(trail.newest(renderer::render))
                .matches(
                        "\\{\"eventVersion\":\"1.11\",\"userIdentity\":\\{\"accountId\":\"111122223333\",\"invokedBy\":\"AWS"
                                + " Internal\"},"
                                + "\"eventTime\":\"2026-03-09T14:05:06Z\",\"eventSource\":\"kms.amazonaws.com\",\"eventName\":\"RotateKey\",\"awsRegion\":\"us-east-1\",\"sourceIPAddress\":\"AWS"
                                + " Internal\",\"userAgent\":\"AWS"
                                + " Internal\",\"requestParameters\":null,\"responseElements\":null,"
                                + "\"eventID\":\"[-0-9a-f]{36}\",\"readOnly\":false,"
                                + "\"resources\":\\[\\{\"accountId\":\"111122223333\",\"type\":\"AWS::KMS::Key\",\"ARN\":\""
                                + KEY
                                + "\"}],\"eventType\":\"AwsServiceEvent\",\"managementEvent\":true,"
                                + "\"recipientAccountId\":\"111122223333\",\"serviceEventDetails\":\\{\"keyId\":\"1234\"},"
                                + "\"eventCategory\":\"Management\"}");
    }

    @Test
    void aFailedRotationHasAMessageWithoutACode() {
        String secret = "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf";
        trail.store.serviceEvent(new ServiceEvent(
                SecretsManagerService.SERVICE,
                "RotationFailed",
                ACCOUNT,
                "us-east-1",
                "secretsmanager.amazonaws.com",
                "Rotation-" + secret + "-1",
                "the function failed",
                Map.of(),
                Map.of("SecretId", secret),
                List.of()));

        assertThat(trail.newest(renderer::render))
                .contains("\"errorMessage\":\"the function failed\",\"requestParameters\":null")
                .contains(
                        "\"additionalEventData\":{\"SecretId\":\"" + secret + "\"},\"requestID\":\"Rotation-" + secret)
                .contains("\"eventType\":\"AwsServiceEvent\"")
                .doesNotContain("errorCode")
                .doesNotContain("\"resources\"");
    }

    @Test
    void manyEventsOfAKindAreOneOperation() {
        for (int i = 0; i < 3; i++) {
            trail.store.serviceEvent(new ServiceEvent(
                    KmsService.SERVICE,
                    "DeleteKey",
                    ACCOUNT,
                    "us-east-1",
                    "AWS Internal",
                    null,
                    null,
                    Map.of("keyId", "k" + i),
                    Map.of(),
                    List.of()));
        }
        assertThat(Set.copyOf(trail.<Object>newestFirst(StoredCall::operation))).hasSize(1);
    }
}
