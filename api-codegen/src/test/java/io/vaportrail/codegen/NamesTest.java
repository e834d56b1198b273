package io.vaportrail.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "QueueUrl, queueUrl",
        "queueUrls, queueUrls",
        "MD5OfBody, md5OfBody",
        "AWSAccountIds, awsAccountIds",
        "ARN, arn",
        "ARNs, arns",
        "S3BucketName, s3BucketName",
        "SSEDescription, sseDescription",
        "SAMLAssertion, samlAssertion",
        "OKActions, okActions",
        "CVEIds, cveIds",
        "Id, id",
        "X, x",
        "Default, defaultMember",
        "Get, getMember",
        "Schema, schemaMember",
    })
    void methodIsTheMembersNameInLowerCamelCase(String member, String method) {
        assertThat(Names.method(member)).isEqualTo(method);
    }

    @ParameterizedTest
    @CsvSource({
        "VisibilityTimeout, VISIBILITY_TIMEOUT",
        "MD5OfBody, MD5_OF_BODY",
        "CreateSAMLProvider, CREATE_SAML_PROVIDER",
        "ListObjectsV2, LIST_OBJECTS_V2",
        "S3Bucket, S3_BUCKET",
        "aws:kms, AWS_KMS",
        "aws:kms:dsse, AWS_KMS_DSSE",
        "RSA_2048, RSA_2048",
        "us-east-1, US_EAST_1",
        "1.0, VALUE_1_0",
        "*, ANY",
        "'', EMPTY",
        "TLSv1.3, TLSV1_3",
        "KeyARNs, KEY_ARNS",
    })
    void constantIsTheNameInUpperCase(String name, String constant) {
        assertThat(Names.constant(name)).isEqualTo(constant);
    }

    @ParameterizedTest
    @CsvSource({"SendMessageRequest, SendMessageRequest", "Object, S3Object", "Error, S3Error", "statusType, StatusType"
    })
    void classIsTheShapesNameUnlessJavaHasIt(String shape, String className) {
        assertThat(Names.className(shape, "S3")).isEqualTo(className);
    }
}
