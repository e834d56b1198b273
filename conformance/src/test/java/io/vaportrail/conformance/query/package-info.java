/** awsQuery as SQS speaks it, over the schemas of its model. */
@NullMarked
package io.vaportrail.conformance.query;

import org.jspecify.annotations.NullMarked;
