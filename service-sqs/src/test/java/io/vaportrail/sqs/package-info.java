/** Tests of SQS without sockets. {@link io.vaportrail.sqs.SqsFixture} calls operations as the pipeline does. */
@NullMarked
package io.vaportrail.sqs;

import org.jspecify.annotations.NullMarked;
