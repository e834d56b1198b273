package io.vaportrail.app;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Requests as SDKs, the AWS CLI and curl send them, each with what it means or how it is refused. */
final class RoutingCases {
    private static final String SCOPE =
            "Authorization: AWS4-HMAC-SHA256 Credential=sarah/20260105/eu-west-1/%s/aws4_request,"
                    + " SignedHeaders=host;x-amz-date, Signature=fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024\n";

    private RoutingCases() {}

    static Stream<Arguments> requests() {
        return Stream.of(awsJson(), awsQuery(), sqsByAddress(), cloudWatch(), s3(), ses())
                .flatMap(all -> all);
    }

    private static Stream<Arguments> awsJson() {
        return Stream.of(
                meant("sqs.SendMessage AWS_JSON_1_0", """
                        POST /
                        Host: localhost:4566
                        Content-Type: application/x-amz-json-1.0
                        X-Amz-Target: AmazonSQS.SendMessage
                        %s
                        {"QueueUrl":"http://localhost:4566/000000000000/OrderQueue","MessageBody":"hi"}
                        """, "sqs"),
                meant("sqs.ListQueues AWS_JSON_1_0", """
                        POST /
                        Host: localhost:4566
                        Content-Type: application/x-www-form-urlencoded
                        x-amz-target: AmazonSQS.ListQueues

                        {}
                        """),
                meant("sqs.SendMessage AWS_JSON_1_1", """
                        POST /000000000000/OrderQueue
                        Content-Type: application/x-amz-json-1.1; charset=utf-8
                        X-Amz-Target: AmazonSQS.SendMessage

                        {}
                        """),
                meant("cloudtrail.LookupEvents AWS_JSON_1_1", """
                        POST /
                        X-Amz-Target: com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents
                        Content-Type: application/x-amz-json-1.1
                        %s
                        {}
                        """, "cloudtrail"),
                meant("cloudtrail.LookupEvents AWS_JSON_1_1", """
                        POST /
                        X-Amz-Target: CloudTrail_20131101.LookupEvents

                        {}
                        """),
                meant("kms.Encrypt AWS_JSON_1_1", """
                        POST /
                        X-Amz-Target: TrentService.Encrypt
                        Content-Type: application/x-amz-json-1.1
                        %s
                        {}
                        """, "kms"),
                meant("logs.StartLiveTail AWS_JSON_1_1", """
                        POST /
                        Host: stream-logs.us-east-1.localhost.localstack.cloud:4566
                        X-Amz-Target: Logs_20140328.StartLiveTail
                        Content-Type: application/x-amz-json-1.1
                        %s
                        {}
                        """, "logs"));
    }

    private static Stream<Arguments> awsQuery() {
        return Stream.of(
                meant("sns.Publish AWS_QUERY", """
                        POST /
                        Content-Type: application/x-www-form-urlencoded; charset=utf-8
                        %s
                        Action=Publish&Version=2010-03-31&TopicArn=arn%%3Aaws%%3Asns%%3Aus-east-1%%3A000000000000%%3At&Message=a
                        """, "sns"),
                meant("sts.GetCallerIdentity AWS_QUERY", """
                        POST /
                        Content-Type: application/x-www-form-urlencoded
                        %s
                        Action=GetCallerIdentity&Version=2011-06-15
                        """, "sts"),
                meant("iam.CreateUser AWS_QUERY", """
                        POST /
                        Content-Type: application/x-www-form-urlencoded

                        Version=2010-05-08&UserName=mike&Action=CreateUser
                        """),
                meant("iam.CreateUser AWS_QUERY", "GET /?Action=CreateUser&UserName=mike"),
                meant("sns.TagResource AWS_QUERY", "GET /?Action=TagResource&Version=2010-03-31"),
                meant("cloudwatch.TagResource AWS_QUERY", """
                        GET /?Action=TagResource
                        Host: monitoring.us-east-1.amazonaws.com
                        """),
                meant("sts.GetCallerIdentity AWS_QUERY", """
                        GET /?Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%%2F20260105%%2Fus-east-1%%2Fsts%%2Faws4_request&X-Amz-Signature=0
                        """),
                meant("sts.GetCallerIdentity AWS_QUERY", """
                        POST /
                        Content-Type: application/x-www-form-urlencoded
                        Authorization: AWS4-ECDSA-P256-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260105/sts/aws4_request, Signature=0

                        Action=GetCallerIdentity&Version=2011-06-15
                        """),
                meant("sqs.ListQueues AWS_QUERY", """
                        POST /
                        Content-Type: application/x-www-form-urlencoded
                        %s
                        Action=ListQueues&Version=2012-11-05
                        """, "made-up"));
    }

    private static Stream<Arguments> sqsByAddress() {
        return Stream.of(
                meant("sqs.ListQueues AWS_QUERY", "GET /?Action=ListQueues&Version=2012-11-05"),
                meant("sqs.AddPermission AWS_QUERY", "GET /?Action=AddPermission"),
                meant("sqs.SendMessage AWS_QUERY", "GET /000000000000/OrderQueue?Action=SendMessage&MessageBody=x"),
                meant("sqs.DeleteQueue AWS_QUERY", """
                        POST /000000000000/OrderQueue
                        Content-Type: application/x-www-form-urlencoded
                        %s
                        Action=DeleteQueue
                        """, "sqs"),
                meant("sqs.ReceiveMessage AWS_QUERY", """
                        GET /000000000000/OrderQueue?Action=ReceiveMessage
                        Host: us-east-1.queue.amazonaws.com
                        """),
                meant("sqs.ListQueues AWS_QUERY", """
                        GET /?Action=ListQueues
                        Host: queue.amazonaws.com
                        """),
                meant("sqs.ListQueues AWS_QUERY", """
                        GET /?Action=ListQueues
                        Host: sqs.us-east-1.localhost.localstack.cloud:4566
                        """),
                meant("sqs.ListQueues AWS_QUERY", """
                        GET /?Action=ListQueues
                        Host: sqs-fips.us-east-1.amazonaws.com
                        """),
                meant("sqs.ListQueues AWS_QUERY", """
                        GET /?Action=ListQueues
                        Host: vpce-0a1.sqs.us-east-1.vpce.amazonaws.com
                        """),
                meant("sqs.SendMessage AWS_QUERY", """
                        POST /queue/us-east-1/000000000000/OrderQueue
                        Content-Type: application/x-www-form-urlencoded
                        Host: [::1]:4566

                        Action=SendMessage&MessageBody=x
                        """));
    }

    private static Stream<Arguments> cloudWatch() {
        return Stream.of(
                meant("cloudwatch.PutMetricData RPC_V2_CBOR", """
                        POST /service/GraniteServiceVersion20100801/operation/PutMetricData
                        Smithy-Protocol: rpc-v2-cbor
                        Content-Type: application/cbor
                        %s""", "monitoring"),
                meant("cloudwatch.PutMetricData RPC_V2_CBOR", """
                        POST /prefix/service/GraniteServiceVersion20100801/operation/PutMetricData
                        smithy-protocol: rpc-v2-cbor
                        """),
                meant("cloudwatch.PutMetricData AWS_JSON_1_0", """
                        POST /
                        X-Amz-Target: GraniteServiceVersion20100801.PutMetricData
                        Content-Type: application/x-amz-json-1.0
                        %s
                        {}
                        """, "monitoring"),
                meant("cloudwatch.PutMetricData AWS_QUERY", """
                        POST /
                        Content-Type: application/x-www-form-urlencoded; charset=utf-8
                        %s
                        Action=PutMetricData&Version=2010-08-01&Namespace=Shop
                        """, "monitoring"));
    }

    private static Stream<Arguments> s3() {
        String copy = "PUT /%s\nHost: localhost:4566\nx-amz-copy-source: /a/b\n" + SCOPE.formatted("s3");
        return Stream.of(
                signed("s3.ListBuckets", "GET /"),
                signed("s3.ListDirectoryBuckets", "GET /?x-id=ListDirectoryBuckets"),
                signed("s3.CreateBucket", "PUT /orders"),
                signed("s3.HeadBucket", "HEAD /orders/"),
                signed("s3.ListObjects", "GET /orders?prefix=a%2Fb"),
                signed("s3.ListObjectsV2", "GET /orders?list-type=2&prefix="),
                signed("s3.GetBucketAcl", "GET /orders?acl"),
                signed("s3.GetBucketAcl", "GET /orders/?acl="),
                signed("s3.GetBucketLifecycleConfiguration", "GET /orders?lifecycle"),
                signed("s3.PutBucketNotificationConfiguration", "PUT /orders?notification"),
                signed("s3.GetBucketAnalyticsConfiguration", "GET /orders?analytics&id=1"),
                signed("s3.ListBucketAnalyticsConfigurations", "GET /orders?analytics"),
                signed("s3.DeleteObjects", "POST /orders?delete"),
                signed("s3.PutObject", "PUT /orders/a//b/c%20d"),
                signed("s3.PutObject", "PUT /orders/a?x-id=PutObject"),
                signed("s3.UploadPart", "PUT /orders/a?partNumber=1&uploadId=u"),
                arguments("s3.CopyObject REST_XML", copy.formatted("orders/a")),
                arguments("s3.UploadPartCopy REST_XML", copy.formatted("orders/a?partNumber=2&uploadId=u")),
                signed("s3.CreateMultipartUpload", "POST /orders/a?uploads"),
                signed("s3.CompleteMultipartUpload", "POST /orders/a?uploadId=u"),
                signed("s3.AbortMultipartUpload", "DELETE /orders/a?uploadId=u"),
                signed("s3.ListParts", "GET /orders/a?uploadId=u"),
                signed("s3.DeleteObject", "DELETE /orders/a"),
                signed("s3.GetObjectTagging", "GET /orders/a?tagging"),
                signed("s3.SelectObjectContent", "POST /orders/a?select&select-type=2"),
                signed("s3.WriteGetObjectResponse", "POST /WriteGetObjectResponse"),
                meant("s3.GetObject REST_XML", """
                        GET /a/b.txt
                        Host: orders.s3.us-west-2.amazonaws.com
                        %s""", "s3"),
                meant("s3.ListObjectsV2 REST_XML", """
                        GET /?list-type=2
                        Host: my.orders.s3.localhost.localstack.cloud:4566
                        """),
                meant("s3.GetObject REST_XML", """
                        GET /orders/a?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=sarah%%2F20260105%%2Fus-east-1%%2Fs3%%2Faws4_request&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=0
                        Host: localhost:4566
                        """),
                meant("s3.GetObject REST_XML", """
                        GET /123456789012/a?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=x&Expires=1767600000
                        Host: localhost:4566
                        """),
                meant("s3.PutObject REST_XML", """
                        PUT /orders/a
                        Host: 127.0.0.1:4566
                        Content-Type: application/x-www-form-urlencoded

                        Action=ListQueues
                        """));
    }

    private static Stream<Arguments> ses() {
        return Stream.of(
                meant("sesv2.SendEmail REST_JSON_1", """
                        POST /v2/email/outbound-emails
                        Content-Type: application/json
                        %s
                        {}
                        """, "ses"),
                meant("sesv2.GetEmailIdentity REST_JSON_1", """
                        GET /v2/email/identities/shop%%40example.com
                        %s""", "ses"),
                meant("sesv2.ListEmailIdentities REST_JSON_1", "GET /v2/email/identities"),
                meant("ses.SendEmail AWS_QUERY", """
                        POST /
                        Content-Type: application/x-www-form-urlencoded
                        %s
                        Action=SendEmail&Version=2010-12-01
                        """, "ses"));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                meant("AWS_JSON_1_0 UnknownOperationException 400", """
                        POST /
                        X-Amz-Target: AmazonSQS.EatMessage
                        """),
                meant("AWS_JSON_1_1 UnknownOperationException 400", """
                        POST /
                        X-Amz-Target: DynamoDB.ListTables
                        """),
                meant("AWS_JSON_1_0 UnknownOperationException 400", """
                        POST /
                        X-Amz-Target: .
                        Content-Type: application/x-amz-json-1.0
                        """),
                meant("AWS_JSON_1_1 UnknownOperationException 400", """
                        POST /
                        Content-Type: application/x-amz-json-1.1
                        %s
                        {}
                        """, "kms"),
                meant("AWS_JSON_1_0 UnknownOperationException 400", """
                        POST /
                        Content-Type: application/x-amz-json-1.0
                        %s
                        {}
                        """, "sqs"),
                meant("RPC_V2_CBOR UnknownOperationException 404", """
                        POST /service/GraniteServiceVersion20100801/operation/Nothing
                        Smithy-Protocol: rpc-v2-cbor
                        """),
                meant("RPC_V2_CBOR UnknownOperationException 404", """
                        POST /service//operation/
                        Smithy-Protocol: rpc-v2-cbor
                        """),
                meant("RPC_V2_CBOR UnknownOperationException 404", """
                        GET /operation/x/service/y
                        Smithy-Protocol: rpc-v2-cbor
                        """),
                meant("AWS_QUERY InvalidAction 400", "GET /?Action=EatMessage"),
                meant("AWS_QUERY InvalidAction 400", "GET /?Action=ListQueues&Version=1999-01-01"),
                meant("AWS_QUERY InvalidAction 400", "GET /?Action=TagResource"),
                meant("AWS_QUERY InvalidAction 400", """
                        POST /
                        Content-Type: application/x-www-form-urlencoded
                        %s
                        Action=ListQueues&Version=2012-11-05
                        """, "iam"),
                meant("AWS_QUERY MissingAction 400", """
                        POST /
                        Content-Type: application/x-www-form-urlencoded

                        Version=2012-11-05
                        """),
                meant("AWS_QUERY MissingAction 400", "GET /000000000000/OrderQueue"),
                meant("AWS_QUERY MalformedQueryString 404", "GET /?Action=%%zz"),
                meant("REST_XML MethodNotAllowed 405", """
                        PATCH /orders
                        %s""", "s3"),
                meant("REST_XML InvalidURI 400", """
                        GET /orders/%%ff
                        %s""", "s3"),
                meant("REST_JSON_1 UnknownOperationException 404", """
                        GET /v2/email/nothing/here
                        %s""", "ses"),
                meant("REST_XML UnknownOperationException 404", "PATCH /"),
                meant("AWS_JSON_1_0 UnknownOperationException 400", """
                        DELETE /
                        Content-Type: application/x-amz-json-1.0
                        X-Amz-Target: AmazonSQS.ListQueues

                        {}
                        """),
                meant("AWS_QUERY UnknownOperationException 404", """
                        PUT /?Action=ListTopics&Version=2010-03-31
                        %s""", "sns"),
                meant("REST_XML UnknownOperationException 404", "TRACE /?Action=ListQueues"),
                meant("REST_JSON_1 UnknownOperationException 404", """
                        POST /
                        Content-Type: application/json

                        {}
                        """),
                meant("REST_JSON_1 UnknownOperationException 404", """
                        POST /2015-03-31/functions
                        Content-Type: application/json
                        %s
                        {}
                        """, "lambda"));
    }

    private static Arguments meant(String meaning, String text, Object... signedFor) {
        String scope = signedFor.length == 0 ? "" : SCOPE.formatted(signedFor);
        return arguments(meaning, signedFor.length == 0 ? text.replace("%%", "%") : text.formatted(scope));
    }

    private static Arguments signed(String operation, String requestLine) {
        return arguments(operation + " REST_XML", requestLine + "\nHost: localhost:4566\n" + SCOPE.formatted("s3"));
    }
}
