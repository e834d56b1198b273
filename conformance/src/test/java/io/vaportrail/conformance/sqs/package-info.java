/**
 * SQS as AWS SDKs see it, the same suite over awsJson and awsQuery. Start with {@link io.vaportrail.conformance.sqs.SqsTest}.
 * What is expected comes from the API reference, the developer guide and recorded answers of AWS.
 */
@NullMarked
package io.vaportrail.conformance.sqs;

import org.jspecify.annotations.NullMarked;
