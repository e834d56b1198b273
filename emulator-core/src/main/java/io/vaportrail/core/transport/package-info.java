/**
 * The HTTP server: bytes to whole requests within named limits, and answers to bytes. The one package that knows Netty. Start
 * with {@link io.vaportrail.core.transport.HttpServer}; one connection's life is in {@code HttpConnection}.
 */
@NullMarked
package io.vaportrail.core.transport;

import org.jspecify.annotations.NullMarked;
