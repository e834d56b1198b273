package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Type;

/** What the owner of a bucket or object sets: tags, policies, ACLs, encryption, the block of public access. */
final class ConfigurationTest extends S3Test {
    @BeforeEach
    void make() {
        makeBucket();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void tagsOfBuckets() {
        assertRefused(
                "NoSuchTagSet", 404, "The TagSet does not exist", () -> s3.getBucketTagging(r -> r.bucket(BUCKET)));
        s3.putBucketTagging(r -> r.bucket(BUCKET).tagging(t -> t.tagSet(tag("b", "2"), tag("a", "1"))));
        assertThat(s3.getBucketTagging(r -> r.bucket(BUCKET)).tagSet())
                .containsExactlyInAnyOrder(tag("a", "1"), tag("b", "2"));
        s3.putBucketTagging(r -> r.bucket(BUCKET).tagging(t -> t.tagSet(tag("c", "3"))));
        assertThat(s3.getBucketTagging(r -> r.bucket(BUCKET)).tagSet()).containsExactly(tag("c", "3"));
        assertRefused(
                "InvalidTag",
                400,
                () -> s3.putBucketTagging(r -> r.bucket(BUCKET).tagging(t -> t.tagSet(tag("a", "1"), tag("a", "2")))));
        assertRefused(
                "InvalidTag",
                400,
                () -> s3.putBucketTagging(r -> r.bucket(BUCKET).tagging(t -> t.tagSet(tag("aws:a", "1")))));
        s3.deleteBucketTagging(r -> r.bucket(BUCKET));
        assertRefused("NoSuchTagSet", 404, () -> s3.getBucketTagging(r -> r.bucket(BUCKET)));
    }

    @Test
    void tagsOfObjects() {
        s3.putObject(r -> r.bucket(BUCKET).key("a").tagging("x=1&y=a%20b"), RequestBody.fromString("1"));
        assertThat(s3.getObjectTagging(r -> r.bucket(BUCKET).key("a")).tagSet())
                .containsExactlyInAnyOrder(tag("x", "1"), tag("y", "a b"));
        assertThat(get("a").response().tagCount()).isEqualTo(2);
        s3.putObjectTagging(r -> r.bucket(BUCKET).key("a").tagging(t -> t.tagSet(tag("z", ""))));
        assertThat(s3.getObjectTagging(r -> r.bucket(BUCKET).key("a")).tagSet()).containsExactly(tag("z", ""));
        s3.deleteObjectTagging(r -> r.bucket(BUCKET).key("a"));
        assertThat(s3.getObjectTagging(r -> r.bucket(BUCKET).key("a")).tagSet()).isEmpty();
        List<Tag> eleven =
                IntStream.range(0, 11).mapToObj(i -> tag("k" + i, "v")).toList();
        assertRefused(
                "BadRequest",
                400,
                "Object tags cannot be greater than 10",
                () -> s3.putObjectTagging(r -> r.bucket(BUCKET).key("a").tagging(t -> t.tagSet(eleven))));
        assertRefused(
                "InvalidTag",
                400,
                () -> s3.putObjectTagging(
                        r -> r.bucket(BUCKET).key("a").tagging(t -> t.tagSet(tag("k".repeat(129), "v")))));
        assertRefused(
                "InvalidTag",
                400,
                () -> s3.putObjectTagging(
                        r -> r.bucket(BUCKET).key("a").tagging(t -> t.tagSet(tag("k", "v".repeat(257))))));
        assertRefused(
                "NoSuchKey",
                404,
                () -> s3.getObjectTagging(r -> r.bucket(BUCKET).key("none")));
    }

    @Test
    void policies() {
        assertRefused(
                "NoSuchBucketPolicy",
                404,
                "The bucket policy does not exist",
                () -> s3.getBucketPolicy(r -> r.bucket(BUCKET)));
        String text = policy("{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::" + OTHER_ACCOUNT
                + ":root'},'Action':'s3:GetObject','Resource':'arn:aws:s3:::orders/*'}");
        s3.putBucketPolicy(r -> r.bucket(BUCKET).policy(text));
        assertThat(s3.getBucketPolicy(r -> r.bucket(BUCKET)).policy()).isEqualTo(text);
        assertThat(s3.getBucketPolicyStatus(r -> r.bucket(BUCKET))
                        .policyStatus()
                        .isPublic())
                .isFalse();
        s3.deleteBucketPolicy(r -> r.bucket(BUCKET));
        assertRefused("NoSuchBucketPolicy", 404, () -> s3.getBucketPolicyStatus(r -> r.bucket(BUCKET)));
    }

    private void assertMalformed(String message, String policy) {
        assertRefused(
                "MalformedPolicy",
                400,
                message,
                () -> s3.putBucketPolicy(r -> r.bucket(BUCKET).policy(policy)));
    }

    @Test
    void policiesMustHaveTheirForm() {
        assertMalformed("This policy contains invalid Json", "{'Version'".replace('\'', '"'));
        assertMalformed("Missing required field Statement", "{}");
        assertMalformed("Could not parse the policy: Statement is empty!", policy(""));
        assertMalformed(
                "The policy must contain a valid version string", policy("").replace("2012", "2112"));
        assertMalformed(
                "Invalid effect: Perhaps",
                policy("{'Effect':'Perhaps','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::orders'}"));
        assertMalformed(
                "Policy has invalid resource",
                policy("{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*'}"));
    }

    @Test
    void actionsOfAPolicyNeedAResourceOfTheirKind() {
        String wrong = "Action does not apply to any resource(s) in statement";
        String form = "{'Effect':'Deny','Principal':'*','Action':%s,'Resource':%s}";
        assertMalformed(wrong, policy(form.formatted("'s3:GetObject'", "'arn:aws:s3:::orders'")));
        assertMalformed(wrong, policy(form.formatted("'s3:ListBucket'", "'arn:aws:s3:::orders/*'")));
        assertMalformed(wrong, policy(form.formatted("['s3:GetObject','s3:ListBucket']", "'arn:aws:s3:::orders/*'")));

        for (String fits : List.of(
                form.formatted("['s3:GetObject','s3:ListBucket']", "['arn:aws:s3:::orders','arn:aws:s3:::orders/*']"),
                form.formatted("['s3:GetObject','s3:ListBucket']", "'arn:aws:s3:::orders*'"),
                form.formatted("'s3:*'", "'arn:aws:s3:::orders'"),
                form.formatted("'s3:Get*'", "'arn:aws:s3:::orders/*'"),
                form.formatted("'s3:ReplicateObject'", "'arn:aws:s3:::orders'"),
                form.formatted("'s3:GetObject'", "'arn:aws:s3:::orders'").replace("'Action'", "'NotAction'"))) {
            s3.putBucketPolicy(r -> r.bucket(BUCKET).policy(policy(fits)));
            s3.deleteBucketPolicy(r -> r.bucket(BUCKET));
        }
    }

    @Test
    void policiesAreChecked() {
        assertRefused(
                "MalformedPolicy",
                400,
                "Policies must be valid JSON and the first byte must be '{'",
                () -> s3.putBucketPolicy(r -> r.bucket(BUCKET).policy("none")));
        assertRefused(
                "MalformedPolicy",
                400,
                "Policy has invalid resource",
                () -> s3.putBucketPolicy(
                        r -> r.bucket(BUCKET)
                                .policy(
                                        policy(
                                                "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::other/*'}"))));
        assertRefused(
                "MalformedPolicy",
                400,
                "Policy has invalid action",
                () -> s3.putBucketPolicy(
                        r -> r.bucket(BUCKET)
                                .policy(
                                        policy(
                                                "{'Effect':'Deny','Principal':'*','Action':'sqs:*','Resource':'arn:aws:s3:::orders'}"))));
        assertRefused(
                "MalformedPolicy",
                400,
                () -> s3.putBucketPolicy(r -> r.bucket(BUCKET)
                        .policy(policy("{'Effect':'Deny','Action':'s3:*','Resource':'arn:aws:s3:::orders'}"))));
    }

    @Test
    void publicPoliciesAreBlocked() {
        String everybody =
                policy("{'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::orders/*'}");
        assertRefused(
                "AccessDenied",
                403,
                () -> s3.putBucketPolicy(r -> r.bucket(BUCKET).policy(everybody)));
        s3.deletePublicAccessBlock(r -> r.bucket(BUCKET));
        s3.putBucketPolicy(r -> r.bucket(BUCKET).policy(everybody));
        assertThat(s3.getBucketPolicyStatus(r -> r.bucket(BUCKET))
                        .policyStatus()
                        .isPublic())
                .isTrue();
    }

    @Test
    void theBlockOfPublicAccess() {
        PublicAccessBlockConfiguration all = PublicAccessBlockConfiguration.builder()
                .blockPublicAcls(true)
                .blockPublicPolicy(true)
                .ignorePublicAcls(true)
                .restrictPublicBuckets(true)
                .build();
        assertThat(s3.getPublicAccessBlock(r -> r.bucket(BUCKET)).publicAccessBlockConfiguration())
                .isEqualTo(all);
        s3.putPublicAccessBlock(r -> r.bucket(BUCKET).publicAccessBlockConfiguration(b -> b.blockPublicAcls(true)));
        assertThat(s3.getPublicAccessBlock(r -> r.bucket(BUCKET))
                        .publicAccessBlockConfiguration()
                        .blockPublicPolicy())
                .isFalse();
        s3.deletePublicAccessBlock(r -> r.bucket(BUCKET));
        assertRefused(
                "NoSuchPublicAccessBlockConfiguration", 404, () -> s3.getPublicAccessBlock(r -> r.bucket(BUCKET)));
    }

    @Test
    void aclsOfBuckets() {
        assertRefused(
                "AccessControlListNotSupported",
                400,
                "The bucket does not allow ACLs",
                () -> s3.putBucketAcl(r -> r.bucket(BUCKET).acl(BucketCannedACL.PUBLIC_READ)));
        allowPublicAccess();
        s3.putBucketAcl(r -> r.bucket(BUCKET).acl(BucketCannedACL.PUBLIC_READ));

        GetBucketAclResponse acl = s3.getBucketAcl(r -> r.bucket(BUCKET));
        assertThat(acl.grants())
                .extracting(Grant::permission)
                .containsExactly(Permission.FULL_CONTROL, Permission.READ);
        assertThat(acl.grants().get(0).grantee().id()).isEqualTo(acl.owner().id());
        assertThat(acl.grants().get(1).grantee().type()).isEqualTo(Type.GROUP);
        assertThat(acl.grants().get(1).grantee().uri()).isEqualTo("http://acs.amazonaws.com/groups/global/AllUsers");
        s3.putBucketAcl(r -> r.bucket(BUCKET).accessControlPolicy(p -> p.owner(acl.owner())
                .grants(acl.grants().get(0))));
        assertThat(s3.getBucketAcl(r -> r.bucket(BUCKET)).grants()).hasSize(1);
        s3.putBucketAcl(r ->
                r.bucket(BUCKET).grantReadACP("uri=\"http://acs.amazonaws.com/groups/global/AuthenticatedUsers\""));
        assertThat(s3.getBucketAcl(r -> r.bucket(BUCKET)).grants())
                .extracting(Grant::permission)
                .containsExactly(Permission.READ_ACP);
        assertRefused(
                "InvalidRequest",
                400,
                () -> s3.putBucketAcl(r -> r.bucket(BUCKET)
                        .acl("private")
                        .grantRead("id=\"" + acl.owner().id() + "\"")));
        assertRefused(
                "InvalidArgument",
                400,
                () -> s3.putBucketAcl(r -> r.bucket(BUCKET).acl("open")));
    }

    @Test
    void aclsOfObjects() {
        allowPublicAccess();
        s3.putObject(r -> r.bucket(BUCKET).key("a").acl(ObjectCannedACL.PUBLIC_READ), RequestBody.fromString("1"));

        assertThat(s3.getObjectAcl(r -> r.bucket(BUCKET).key("a")).grants()).hasSize(2);
        s3.putObjectAcl(r -> r.bucket(BUCKET).key("a").acl(ObjectCannedACL.PRIVATE));
        assertThat(s3.getObjectAcl(r -> r.bucket(BUCKET).key("a")).grants()).hasSize(1);
        assertRefused(
                "NoSuchKey", 404, () -> s3.getObjectAcl(r -> r.bucket(BUCKET).key("none")));
    }

    @Test
    void encryption() {
        ServerSideEncryptionByDefault byDefault = s3.getBucketEncryption(r -> r.bucket(BUCKET))
                .serverSideEncryptionConfiguration()
                .rules()
                .get(0)
                .applyServerSideEncryptionByDefault();
        assertThat(byDefault.sseAlgorithmAsString()).isEqualTo("AES256");
        s3.putBucketEncryption(r -> r.bucket(BUCKET)
                .serverSideEncryptionConfiguration(c -> c.rules(rule -> rule.bucketKeyEnabled(true)
                        .applyServerSideEncryptionByDefault(
                                d -> d.sseAlgorithm("aws:kms").kmsMasterKeyID("alias/k")))));
        assertThat(put("a", "1").serverSideEncryptionAsString()).isEqualTo("aws:kms");
        s3.deleteBucketEncryption(r -> r.bucket(BUCKET));
        assertThat(put("a", "1").serverSideEncryptionAsString()).isEqualTo("AES256");
    }

    @Test
    void ownershipControls() {
        assertThat(s3.getBucketOwnershipControls(r -> r.bucket(BUCKET))
                        .ownershipControls()
                        .rules()
                        .get(0)
                        .objectOwnershipAsString())
                .isEqualTo("BucketOwnerEnforced");
        s3.deleteBucketOwnershipControls(r -> r.bucket(BUCKET));
        assertRefused(
                "OwnershipControlsNotFoundError", 404, () -> s3.getBucketOwnershipControls(r -> r.bucket(BUCKET)));
    }

    @Test
    void cors() {
        CORSRule rule = CORSRule.builder()
                .id("r")
                .allowedMethods("GET", "PUT")
                .allowedOrigins("https://*.example.com")
                .allowedHeaders("*")
                .exposeHeaders("ETag")
                .maxAgeSeconds(60)
                .build();
        s3.putBucketCors(r -> r.bucket(BUCKET).corsConfiguration(c -> c.corsRules(rule)));
        assertThat(s3.getBucketCors(r -> r.bucket(BUCKET)).corsRules()).containsExactly(rule);
        assertRefused(
                "InvalidRequest",
                400,
                "Found unsupported HTTP method in CORS config. Unsupported method is PATCH",
                () -> s3.putBucketCors(r -> r.bucket(BUCKET)
                        .corsConfiguration(
                                c -> c.corsRules(o -> o.allowedMethods("PATCH").allowedOrigins("*")))));
        assertRefused(
                "InvalidRequest",
                400,
                "AllowedOrigin \"*.a.*\" can not have more than one wildcard.",
                () -> s3.putBucketCors(r -> r.bucket(BUCKET)
                        .corsConfiguration(
                                c -> c.corsRules(o -> o.allowedMethods("GET").allowedOrigins("*.a.*")))));
        s3.deleteBucketCors(r -> r.bucket(BUCKET));
        assertRefused("NoSuchCORSConfiguration", 404, () -> s3.getBucketCors(r -> r.bucket(BUCKET)));
    }

    @Test
    void website() {
        s3.putBucketWebsite(r -> r.bucket(BUCKET).websiteConfiguration(w -> w.indexDocument(i -> i.suffix("index.html"))
                .errorDocument(e -> e.key("error.html"))));
        assertThat(s3.getBucketWebsite(r -> r.bucket(BUCKET)).indexDocument().suffix())
                .isEqualTo("index.html");
        assertThat(s3.getBucketWebsite(r -> r.bucket(BUCKET)).errorDocument().key())
                .isEqualTo("error.html");
        assertRefused(
                "InvalidArgument",
                400,
                () -> s3.putBucketWebsite(
                        r -> r.bucket(BUCKET).websiteConfiguration(w -> w.errorDocument(e -> e.key("error.html")))));
        assertRefused(
                "InvalidArgument",
                400,
                "The IndexDocument Suffix is not well formed",
                () -> s3.putBucketWebsite(
                        r -> r.bucket(BUCKET).websiteConfiguration(w -> w.indexDocument(i -> i.suffix("a/b")))));
        s3.deleteBucketWebsite(r -> r.bucket(BUCKET));
        assertRefused("NoSuchWebsiteConfiguration", 404, () -> s3.getBucketWebsite(r -> r.bucket(BUCKET)));
    }

    @Test
    void logging() {
        s3.createBucket(r -> r.bucket("logs"));
        s3.putBucketLogging(r -> r.bucket(BUCKET)
                .bucketLoggingStatus(
                        l -> l.loggingEnabled(e -> e.targetBucket("logs").targetPrefix("orders/"))));
        assertThat(s3.getBucketLogging(r -> r.bucket(BUCKET)).loggingEnabled().targetPrefix())
                .isEqualTo("orders/");
        assertRefused(
                "InvalidTargetBucketForLogging",
                400,
                "The target bucket for logging does not exist",
                () -> s3.putBucketLogging(r -> r.bucket(BUCKET)
                        .bucketLoggingStatus(l ->
                                l.loggingEnabled(e -> e.targetBucket("none").targetPrefix("")))));
        s3.putBucketLogging(r -> r.bucket(BUCKET).bucketLoggingStatus(l -> {}));
        assertThat(s3.getBucketLogging(r -> r.bucket(BUCKET)).loggingEnabled()).isNull();
    }

    @Test
    void accelerationAndPayment() {
        s3.putBucketAccelerateConfiguration(r -> r.bucket(BUCKET).accelerateConfiguration(a -> a.status("Enabled")));
        assertThat(s3.getBucketAccelerateConfiguration(r -> r.bucket(BUCKET)).statusAsString())
                .isEqualTo("Enabled");
        s3.putBucketRequestPayment(r -> r.bucket(BUCKET).requestPaymentConfiguration(p -> p.payer("Requester")));
        assertThat(s3.getBucketRequestPayment(r -> r.bucket(BUCKET)).payerAsString())
                .isEqualTo("Requester");
        assertRefused(
                "MalformedXML",
                400,
                () -> s3.putBucketRequestPayment(
                        r -> r.bucket(BUCKET).requestPaymentConfiguration(p -> p.payer("Nobody"))));
    }

    @Test
    void whatIsNotSetIsNotThere() {
        assertRefused("NoSuchWebsiteConfiguration", 404, () -> s3.getBucketWebsite(r -> r.bucket(BUCKET)));
        assertRefused("NoSuchCORSConfiguration", 404, () -> s3.getBucketCors(r -> r.bucket(BUCKET)));
        assertRefused(
                "NoSuchLifecycleConfiguration", 404, () -> s3.getBucketLifecycleConfiguration(r -> r.bucket(BUCKET)));
        assertRefused(
                "ReplicationConfigurationNotFoundError", 404, () -> s3.getBucketReplication(r -> r.bucket(BUCKET)));
        assertRefused(
                "ObjectLockConfigurationNotFoundError",
                404,
                () -> s3.getObjectLockConfiguration(r -> r.bucket(BUCKET)));
        assertThat(s3.getBucketLogging(r -> r.bucket(BUCKET)).loggingEnabled()).isNull();
        assertThat(s3.getBucketRequestPayment(r -> r.bucket(BUCKET)).payerAsString())
                .isEqualTo("BucketOwner");
        assertThat(s3.getBucketAccelerateConfiguration(r -> r.bucket(BUCKET)).status())
                .isNull();
        assertThat(s3.getBucketNotificationConfiguration(r -> r.bucket(BUCKET)).queueConfigurations())
                .isEmpty();
    }
}
