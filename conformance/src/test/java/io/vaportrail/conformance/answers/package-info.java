/**
 * Situations of which it is known how AWS answers them, played in every wire protocol of a service and compared member by member.
 * Start with {@link io.vaportrail.conformance.answers.CloudWatchAnswersTest}; the situations stand in {@code resources/answers}.
 */
@NullMarked
package io.vaportrail.conformance.answers;

import org.jspecify.annotations.NullMarked;
