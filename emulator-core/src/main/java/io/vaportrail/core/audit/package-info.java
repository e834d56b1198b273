/**
 * What is remembered of a call while it runs, and the port through which it is recorded. Start with
 * {@link io.vaportrail.core.audit.AuditSink}.
 */
@NullMarked
package io.vaportrail.core.audit;

import org.jspecify.annotations.NullMarked;
