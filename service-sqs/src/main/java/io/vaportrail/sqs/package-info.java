/** Amazon SQS. */
@NullMarked
package io.vaportrail.sqs;

import org.jspecify.annotations.NullMarked;
