/** Tests of the operations of Logs Insights. */
@NullMarked
package io.vaportrail.logs.insights;

import org.jspecify.annotations.NullMarked;
