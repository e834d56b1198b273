package io.vaportrail.trail.record;

import static io.vaportrail.trail.store.TrailFixture.ACCOUNT;
import static io.vaportrail.trail.store.TrailFixture.TLS;
import static io.vaportrail.trail.store.TrailFixture.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.trail.store.TrailFixture;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The identities that records show. */
class IdentityTest {
    private static final Instant ISSUED = Instant.parse("2026-03-09T12:00:01Z");
    private static final String ATTRIBUTES =
            "\"attributes\":{\"creationDate\":\"2026-03-09T12:00:01Z\",\"mfaAuthenticated\":\"false\"}";

    private final TrailFixture trail = new TrailFixture();
    private final RecordRenderer renderer = new RecordRenderer();

    @Test
    void root() {
        assertThat(identity(Caller.root(ACCOUNT, "AKIAROOT")))
                .isEqualTo("{\"type\":\"Root\",\"principalId\":\"111122223333\","
                        + "\"arn\":\"arn:aws:iam::111122223333:root\",\"accountId\":\"111122223333\","
                        + "\"accessKeyId\":\"AKIAROOT\"}");
    }

    @Test
    void unsignedRootHasNoKey() {
        assertThat(identity(Caller.root(ACCOUNT, null))).doesNotContain("accessKeyId");
    }

    @Test
    void iamUserWithASessionOfItsOwn() {
        assertThat(identity(caller(
                        Caller.Type.IAM_USER,
                        "AIDAEXAMPLE",
                        "arn:aws:iam::111122223333:user/bob",
                        "bob",
                        "ASIAEXAMPLE",
                        new Caller.Session(null, ISSUED, true, null, false))))
                .isEqualTo("{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE\","
                        + "\"arn\":\"arn:aws:iam::111122223333:user/bob\",\"accountId\":\"111122223333\","
                        + "\"accessKeyId\":\"ASIAEXAMPLE\",\"userName\":\"bob\",\"sessionContext\":{"
                        + "\"attributes\":{\"creationDate\":\"2026-03-09T12:00:01Z\",\"mfaAuthenticated\":\"true\"}}}");
    }

    @Test
    void assumedRole() {
        assertThat(identity(assumedRole(new Caller.Session(role(), ISSUED, false, null, false))))
                .isEqualTo("{\"type\":\"AssumedRole\",\"principalId\":\"AROAEXAMPLE:nightly\","
                        + "\"arn\":\"arn:aws:sts::111122223333:assumed-role/Jobs/nightly\","
                        + "\"accountId\":\"111122223333\",\"accessKeyId\":\"ASIAEXAMPLE\",\"sessionContext\":{"
                        + "\"sessionIssuer\":{\"type\":\"Role\",\"principalId\":\"AROAEXAMPLE\","
                        + "\"arn\":\"arn:aws:iam::111122223333:role/Jobs\",\"accountId\":\"111122223333\","
                        + "\"userName\":\"Jobs\"}," + ATTRIBUTES + "}}");
    }

    @Test
    void sourceIdentityAndAssumedRootComeAfterTheAttributes() {
        assertThat(identity(assumedRole(new Caller.Session(role(), ISSUED, false, "eve", true))))
                .endsWith(ATTRIBUTES + ",\"sourceIdentity\":\"eve\",\"assumedRoot\":\"true\"}}");
    }

    @Test
    void federatedUser() {
        Caller.Issuer root = new Caller.Issuer("Root", ACCOUNT, "arn:aws:iam::111122223333:root", ACCOUNT, null);
        assertThat(identity(caller(
                        Caller.Type.FEDERATED_USER,
                        "111122223333:guest",
                        "arn:aws:sts::111122223333:federated-user/guest",
                        null,
                        "ASIAEXAMPLE",
                        new Caller.Session(root, ISSUED, false, null, false))))
                .isEqualTo("{\"type\":\"FederatedUser\",\"principalId\":\"111122223333:guest\","
                        + "\"arn\":\"arn:aws:sts::111122223333:federated-user/guest\","
                        + "\"accountId\":\"111122223333\",\"accessKeyId\":\"ASIAEXAMPLE\",\"sessionContext\":{"
                        + "\"sessionIssuer\":{\"type\":\"Root\",\"principalId\":\"111122223333\","
                        + "\"arn\":\"arn:aws:iam::111122223333:root\",\"accountId\":\"111122223333\"}," + ATTRIBUTES
                        + "}}");
    }

    @Test
    void aService() {
        assertThat(identity(Caller.service("sns.amazonaws.com", ACCOUNT)))
                .isEqualTo("{\"type\":\"AWSService\",\"invokedBy\":\"sns.amazonaws.com\"}");
    }

    @Test
    void aServiceOnSomebodysBehalf() {
        CallOrigin forwarded = CallOrigin.within("ssm.amazonaws.com", null, "https://kms")
                .over(null, "kms.eu-west-1.amazonaws.com", TLS)
                .withDepth(1);
        Caller through = TrailFixture.SARAH.through("ssm.amazonaws.com");
        trail.store.record(call(SqsService.LIST_QUEUES, through, "eu-west-1", forwarded), null, null, null);
        assertThat(trail.newest(renderer::render))
                .contains("\"userName\":\"sarah\",\"invokedBy\":\"ssm.amazonaws.com\"},")
                .contains("\"sourceIPAddress\":\"ssm.amazonaws.com\",\"userAgent\":\"ssm.amazonaws.com\"")
                .doesNotContain("tlsDetails");
    }

    @Test
    void anotherAccount() {
        assertThat(identity(caller(Caller.Type.AWS_ACCOUNT, "AIDAOTHER", "", null, null, null)))
                .isEqualTo("{\"type\":\"AWSAccount\",\"principalId\":\"AIDAOTHER\",\"accountId\":\"111122223333\"}");
    }

    @Test
    void nobody() {
        assertThat(identity(Caller.anonymous(ACCOUNT)))
                .isEqualTo("{\"type\":\"AWSAccount\",\"principalId\":\"\",\"accountId\":\"anonymous\"}");
    }

    @Test
    void thoseWithATokenOfAnIdentityProvider() {
        assertThat(identity(caller(
                        Caller.Type.WEB_IDENTITY_USER,
                        "accounts.example.com:app:eve",
                        "accounts.example.com",
                        "eve",
                        null,
                        null)))
                .isEqualTo("{\"type\":\"WebIdentityUser\",\"principalId\":\"accounts.example.com:app:eve\","
                        + "\"userName\":\"eve\",\"identityProvider\":\"accounts.example.com\"}");
        assertThat(identity(caller(Caller.Type.SAML_USER, "id:eve", "", "eve", null, null)))
                .isEqualTo("{\"type\":\"SAMLUser\",\"principalId\":\"id:eve\",\"userName\":\"eve\"}");
    }

    private static Caller.Issuer role() {
        return new Caller.Issuer("Role", "AROAEXAMPLE", "arn:aws:iam::111122223333:role/Jobs", ACCOUNT, "Jobs");
    }

    private static Caller assumedRole(Caller.Session session) {
        return caller(
                Caller.Type.ASSUMED_ROLE,
                "AROAEXAMPLE:nightly",
                "arn:aws:sts::111122223333:assumed-role/Jobs/nightly",
                null,
                "ASIAEXAMPLE",
                session);
    }

    private static Caller caller(
            Caller.Type type,
            String principalId,
            String arn,
            @Nullable String userName,
            @Nullable String key,
            Caller.@Nullable Session session) {
        return new Caller(type, ACCOUNT, principalId, arn, userName, key, session, null);
    }

    private String identity(Caller caller) {
        trail.store.record(call(SqsService.LIST_QUEUES, caller), null, null, null);
        String record = trail.newest(renderer::render);
        String start = "\"userIdentity\":";
        return record.substring(record.indexOf(start) + start.length(), record.indexOf(",\"eventTime\""));
    }
}
