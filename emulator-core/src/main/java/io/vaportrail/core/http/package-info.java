/**
 * HTTP messages as the rest of the core sees them: whole, in memory, and free of the server that carried them. Start with
 * {@link io.vaportrail.core.http.Exchange}.
 */
@NullMarked
package io.vaportrail.core.http;

import org.jspecify.annotations.NullMarked;
