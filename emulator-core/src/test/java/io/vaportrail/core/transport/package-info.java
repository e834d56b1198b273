/** The server over real sockets. {@code ServerFixture} starts one, {@code RawClient} speaks to it byte by byte. */
@NullMarked
package io.vaportrail.core.transport;

import org.jspecify.annotations.NullMarked;
