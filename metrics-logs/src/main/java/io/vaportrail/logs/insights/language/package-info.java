/**
 * The language of Logs Insights: from the text of a query to its commands, with places for errors. Start with
 * {@link io.vaportrail.logs.insights.language.Query}.
 */
@NullMarked
package io.vaportrail.logs.insights.language;

import org.jspecify.annotations.NullMarked;
