/** Calls to addresses outside. Start with {@link io.vaportrail.core.http.client.HttpSender}. */
@NullMarked
package io.vaportrail.core.http.client;

import org.jspecify.annotations.NullMarked;
