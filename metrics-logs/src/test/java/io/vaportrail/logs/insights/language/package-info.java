/** Tests of the language of queries. */
@NullMarked
package io.vaportrail.logs.insights.language;

import org.jspecify.annotations.NullMarked;
