package io.vaportrail.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.model.cloudwatch.CloudWatchService;
import io.vaportrail.model.cloudwatch.DashboardNotFoundError;
import io.vaportrail.model.kms.EncryptRequest;
import io.vaportrail.model.logs.LogsService;
import io.vaportrail.model.logs.StartLiveTailResponse;
import io.vaportrail.model.s3.Grantee;
import io.vaportrail.model.s3.ListBucketsOutput;
import io.vaportrail.model.s3.PutBucketAclRequest;
import io.vaportrail.model.s3.PutObjectRequest;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.model.sesv2.SesV2Service;
import io.vaportrail.model.sns.AuthorizationErrorException;
import io.vaportrail.model.sns.SnsService;
import io.vaportrail.model.sts.StsService;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.HttpTrait;
import io.vaportrail.schema.Location;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.StructSchema;
import io.vaportrail.schema.WireProtocol;
import io.vaportrail.schema.XmlNamespace;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The registry, the indexes and a few facts of each protocol. */
class ServicesTest {
    @Test
    void knowsFifteenServices() {
        assertThat(Services.ids())
                .containsExactly(
                        "acm",
                        "cloudtrail",
                        "cloudwatch",
                        "events",
                        "iam",
                        "kms",
                        "logs",
                        "s3",
                        "secretsmanager",
                        "ses",
                        "sesv2",
                        "sns",
                        "sqs",
                        "ssm",
                        "sts");
        assertThatThrownBy(() -> Services.byId("glacier"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("service: glacier (expected: one of [acm, ");
    }

    @Test
    void indexesLeadToServices() {
        assertThat(ServiceIndex.byTargetPrefix("AmazonSQS")).isEqualTo("sqs");
        assertThat(ServiceIndex.byTargetPrefix("com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101"))
                .isEqualTo("cloudtrail");
        assertThat(ServiceIndex.byTargetPrefix("CloudTrail_20131101")).isEqualTo("cloudtrail");
        assertThat(ServiceIndex.byTargetPrefix("Amazon")).isNull();
        assertThat(ServiceIndex.byQueryVersion("2012-11-05")).isEqualTo("sqs");
        assertThat(ServiceIndex.byQueryVersion("2010-12-01")).isEqualTo("ses");
        assertThat(ServiceIndex.byQueryVersion("2019-09-27")).isNull();
        assertThat(ServiceIndex.byShapeName("GraniteServiceVersion20100801")).isEqualTo("cloudwatch");
        assertThat(ServiceIndex.bySigningName("ses")).containsExactly("ses", "sesv2");
        assertThat(ServiceIndex.bySigningName("monitoring")).containsExactly("cloudwatch");
        assertThat(ServiceIndex.byEndpointPrefix("email")).containsExactly("ses", "sesv2");
        assertThat(ServiceIndex.byEndpointPrefix("glacier")).isEmpty();
        assertThat(QueryActions.byAction("SendMessage")).containsExactly("sqs");
        assertThat(QueryActions.byAction("AddPermission")).containsExactly("sns", "sqs");
        assertThat(QueryActions.byAction("Encrypt")).isEmpty();
    }

    @Test
    void indexesAndRegistryLoadNoService() throws Exception {
        OwnLoader loader = new OwnLoader();
        Class<?> index = loader.loadClass("io.vaportrail.model.ServiceIndex");
        index.getMethod("bySigningName", String.class).invoke(null, "sqs");
        Class<?> services = loader.loadClass("io.vaportrail.model.Services");
        services.getMethod("ids").invoke(null);
        assertThat(loader.loaded("io.vaportrail.model.sqs.SqsService")).isNull();

        services.getMethod("byId", String.class).invoke(null, "sqs");

        assertThat(loader.loaded("io.vaportrail.model.sqs.SqsService")).isNotNull();
        assertThat(loader.loaded("io.vaportrail.model.sqs.SendMessageRequest")).isNull();
        assertThat(loader.loaded("io.vaportrail.model.sns.SnsService")).isNull();
    }

    @Test
    void protocolsComeInTheOrderOfPreference() {
        assertThat(CloudWatchService.SERVICE.identification().protocols())
                .containsExactly(WireProtocol.RPC_V2_CBOR, WireProtocol.AWS_JSON_1_0, WireProtocol.AWS_QUERY);
        assertThat(LogsService.SERVICE.identification().protocols()).containsExactly(WireProtocol.AWS_JSON_1_1);
        assertThat(SesV2Service.SERVICE.identification().protocols()).containsExactly(WireProtocol.REST_JSON_1);
        assertThat(S3Service.SERVICE.identification().protocols()).containsExactly(WireProtocol.REST_XML);
    }

    @Test
    void errorCodesAreThoseOfTheProtocol() {
        assertThat(AuthorizationErrorException.SCHEMA.error())
                .isEqualTo(ErrorTrait.of("AuthorizationError", 403, true));
        assertThat(DashboardNotFoundError.SCHEMA.error())
                .isEqualTo(ErrorTrait.of("DashboardNotFoundError", 404, true).underQuery("ResourceNotFound", 404));
    }

    @Test
    void restBindingsAreStated() {
        assertThat(S3Service.PUT_OBJECT.http()).isEqualTo(new HttpTrait("PUT", "/{Bucket}/{Key+}", 200));
        assertThat(S3Service.DELETE_BUCKET.http().code()).isEqualTo(204);
        Member key = member(PutObjectRequest.SCHEMA, "Key");
        assertThat(key.location()).isEqualTo(Location.LABEL);
        assertThat(key.locationName()).isEqualTo("Key");
        Member body = member(PutObjectRequest.SCHEMA, "Body");
        assertThat(body.location()).isEqualTo(Location.PAYLOAD);
        assertThat(body.streaming()).isTrue();
        Member metadata = member(PutObjectRequest.SCHEMA, "Metadata");
        assertThat(metadata.location()).isEqualTo(Location.PREFIX_HEADERS);
        assertThat(metadata.locationName()).isEqualTo("x-amz-meta-");
    }

    @Test
    void xmlNamesAndNamespacesAreStated() {
        Member payload = member(PutBucketAclRequest.SCHEMA, "AccessControlPolicy");
        assertThat(payload.xmlNamespace()).isEqualTo(new XmlNamespace("http://s3.amazonaws.com/doc/2006-03-01/", null));
        Member type = member(Grantee.SCHEMA, "Type");
        assertThat(type.xmlAttribute()).isTrue();
        assertThat(type.xmlName()).isEqualTo("xsi:type");
        assertThat(Grantee.SCHEMA.xmlNamespace())
                .isEqualTo(new XmlNamespace("http://www.w3.org/2001/XMLSchema-instance", "xsi"));
        assertThat(ListBucketsOutput.SCHEMA.xmlRootName()).isEqualTo("ListAllMyBucketsResult");
        assertThat(S3Service.SELECT_OBJECT_CONTENT.inputXmlRootName()).isEqualTo("SelectObjectContentRequest");
        assertThat(SnsService.CREATE_TOPIC.resultWrapper()).isEqualTo("CreateTopicResult");
    }

    @Test
    void eventStreamsAreUnionsOfEvents() {
        Member stream = member(StartLiveTailResponse.SCHEMA, "responseStream");
        assertThat(stream.streaming()).isTrue();
        assertThat(stream.target().type()).isEqualTo(ShapeType.UNION);
        assertThat(LogsService.START_LIVE_TAIL.hostPrefix()).isEqualTo("stream-");
    }

    @Test
    void callsThatMayComeUnsignedAreMarked() {
        assertThat(StsService.ASSUME_ROLE_WITH_SAML.unsigned()).isTrue();
        assertThat(StsService.ASSUME_ROLE.unsigned()).isFalse();
        assertThat(SnsService.CONFIRM_SUBSCRIPTION.unsigned()).isTrue();
        assertThat(SnsService.UNSUBSCRIBE.unsigned()).isTrue();
        assertThat(S3Service.GET_OBJECT.unsigned()).isTrue();
    }

    @Test
    void textOfAStructureMasksWhatIsSensitive() {
        EncryptRequest request = EncryptRequest.builder()
                .keyId("alias/orders")
                .plaintext(Blob.ofUtf8("secret"))
                .build();
        assertThat(request.toString()).contains("KeyId=alias/orders", "Plaintext=***").doesNotContain("secret");
    }

    private static Member member(StructSchema<?> schema, String name) {
        return Objects.requireNonNull(schema.memberNamed(name), name);
    }

    /** Loads the models' classes itself and tells which it has loaded. */
    private static final class OwnLoader extends ClassLoader {
        OwnLoader() {
            super(ServicesTest.class.getClassLoader());
        }

        @Nullable Class<?> loaded(String name) {
            return findLoadedClass(name);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.vaportrail.model.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            try (InputStream in = Objects.requireNonNull(getResourceAsStream(file), file)) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
