/**
 * Smithy's protocol compliance suites, run from the server's side: requests decode to the parameters stated, outputs and errors
 * encode to the bytes stated, malformed requests are refused as stated. Start with
 * {@link io.vaportrail.conformance.smithy.ProtocolSuite}; cases that cannot hold are named in {@code skipped-cases.txt}.
 */
@NullMarked
package io.vaportrail.conformance.smithy;

import org.jspecify.annotations.NullMarked;
