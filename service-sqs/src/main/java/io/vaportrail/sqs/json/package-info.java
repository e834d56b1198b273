/** JSON text that SQS keeps or shows: policies, and what looks into a queue. Start with {@link io.vaportrail.sqs.json.Json}. */
@NullMarked
package io.vaportrail.sqs.json;

import org.jspecify.annotations.NullMarked;
