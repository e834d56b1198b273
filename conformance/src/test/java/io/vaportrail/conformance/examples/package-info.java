/** What {@code docs/clients.md} shows and {@code examples/} holds, run where its tools are. */
@NullMarked
package io.vaportrail.conformance.examples;

import org.jspecify.annotations.NullMarked;
