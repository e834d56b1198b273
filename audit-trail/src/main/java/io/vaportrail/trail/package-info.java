/** CloudTrail: the records of all calls, and the event history. */
@NullMarked
package io.vaportrail.trail;

import org.jspecify.annotations.NullMarked;
