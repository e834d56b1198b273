/** What the calls leave behind: event history through an SDK, and the trail as curl sees it. */
@NullMarked
package io.vaportrail.conformance.trail;

import org.jspecify.annotations.NullMarked;
