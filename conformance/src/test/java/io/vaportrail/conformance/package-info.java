/** Suites over the whole emulator: architecture rules, wire protocols, AWS SDKs. */
@NullMarked
package io.vaportrail.conformance;

import org.jspecify.annotations.NullMarked;
