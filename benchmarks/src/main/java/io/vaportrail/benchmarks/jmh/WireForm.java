package io.vaportrail.benchmarks.jmh;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.ListHeaders;
import io.vaportrail.core.http.Origin;
import io.vaportrail.model.cloudwatch.ListMetricsOutput;
import io.vaportrail.model.cloudwatch.Metric;
import io.vaportrail.model.s3.ListObjectsV2Output;
import io.vaportrail.model.s3.S3Object;
import io.vaportrail.model.sesv2.SendEmailResponse;
import io.vaportrail.model.sns.PublishResponse;
import io.vaportrail.model.sqs.SendMessageBatchResult;
import io.vaportrail.model.sqs.SendMessageBatchResultEntry;
import io.vaportrail.model.sqs.SendMessageResult;
import io.vaportrail.schema.Struct;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call in each of the wire protocols, as an SDK makes it, and an answer to it. */
public enum WireForm {
    /** SQS's SendMessage. */
    AWS_JSON(
            Requests.of("SendMessage", Requests.SEND),
            SendMessageResult.builder()
                    .messageId(WireForm.ID)
                    .md5OfMessageBody("fafb00f5732ab283681e124bf8747ed1")
                    .build()),

    /** SQS's SendMessageBatch of ten. */
    AWS_JSON_BATCH(
            Requests.of("SendMessageBatch", batch()),
            SendMessageBatchResult.builder()
                    .successful(Collections.nCopies(
                            10,
                            SendMessageBatchResultEntry.builder()
                                    .id("1")
                                    .messageId(WireForm.ID)
                                    .md5OfMessageBody("fafb00f5732ab283681e124bf8747ed1")
                                    .build()))
                    .failed(List.of())
                    .build()),

    /** SNS's Publish. */
    AWS_QUERY(
            request(
                    "POST",
                    "/",
                    null,
                    "sns",
                    "Content-Type",
                    "application/x-www-form-urlencoded; charset=utf-8",
                    "Action=Publish&Version=2010-03-31&TopicArn=arn%3Aaws%3Asns%3Aus-east-1%3A000000000000%3Anews"
                            + "&Message=%7B%22order%22%3A4711%7D&MessageAttributes.entry.1.Name=kind"
                            + "&MessageAttributes.entry.1.Value.DataType=String&MessageAttributes.entry.1.Value.StringValue=tea"),
            PublishResponse.builder().messageId(WireForm.ID).build()),

    /** S3's ListObjectsV2, answered with a hundred keys. */
    REST_XML(
            request("GET", "/benchmark", "list-type=2&prefix=orders%2F&max-keys=100", "s3", "Accept", "*/*", ""),
            ListObjectsV2Output.builder()
                    .name("benchmark")
                    .prefix("orders/")
                    .keyCount(100)
                    .contents(Collections.nCopies(
                            100,
                            S3Object.builder()
                                    .key("orders/2026/01/01/4711.json")
                                    .size(512L)
                                    .eTag("\"fafb00f5732ab283681e124bf8747ed1\"")
                                    .lastModified(Instant.EPOCH)
                                    .build()))
                    .build()),

    /** SES's SendEmail. */
    REST_JSON(
            request(
                    "POST",
                    "/v2/email/outbound-emails",
                    null,
                    "ses",
                    "Content-Type",
                    "application/json",
                    "{\"FromEmailAddress\":\"a@example.com\",\"Destination\":{\"ToAddresses\":[\"b@example.com\"]},"
                            + "\"Content\":{\"Simple\":{\"Subject\":{\"Data\":\"Tea\"},\"Body\":{\"Text\":{\"Data\":\"Is ready.\"}}}}}"),
            SendEmailResponse.builder().messageId(WireForm.ID).build()),

    /** CloudWatch's ListMetrics. */
    RPC_V2_CBOR(
            request(
                    "POST",
                    "/service/GraniteServiceVersion20100801/operation/ListMetrics",
                    null,
                    "monitoring",
                    "Smithy-Protocol",
                    "rpc-v2-cbor",
                    "\u00a1\u0069Namespace\u0067AWS/SQS"),
            ListMetricsOutput.builder()
                    .metrics(Collections.nCopies(
                            100,
                            Metric.builder()
                                    .namespace("AWS/SQS")
                                    .metricName("NumberOfMessagesSent")
                                    .dimensions(List.of())
                                    .build()))
                    .build());

    private static final String ID = "5fea7756-0ea4-451a-a703-a558b933e274";
    private static final int BATCH = 10;

    private final HttpRequest request;
    private final Struct output;

    WireForm(HttpRequest request, Struct output) {
        this.request = request;
        this.output = output;
    }

    HttpRequest request() {
        return request;
    }

    Struct output() {
        return output;
    }

    private static String batch() {
        StringBuilder json = new StringBuilder("{\"QueueUrl\":\"" + Requests.QUEUE + "\",\"Entries\":[");
        for (int i = 0; i < BATCH; i++) {
            json.append(i == 0 ? "" : ",").append("{\"Id\":\"").append(i).append("\",\"MessageBody\":\"hello\"}");
        }
        return json.append("]}").toString();
    }

    private static HttpRequest request(
            String method,
            String path,
            @Nullable String query,
            String service,
            String name,
            String value,
            String body) {
        ListHeaders headers = ListHeaders.of(
                "Host",
                "127.0.0.1:4566",
                name,
                value,
                "User-Agent",
                "aws-sdk-java/2.40.2",
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=sarah/20260101/us-east-1/" + service
                        + "/aws4_request, SignedHeaders=host, Signature=0");
        Origin origin = new Origin("127.0.0.1", null);
        return new HttpRequest(method, path, query, headers, body.getBytes(StandardCharsets.ISO_8859_1), origin);
    }
}
