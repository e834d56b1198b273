/**
 * What AWS is known to record, against what the models and their overlays say and what the emulator renders. Start with
 * {@link io.vaportrail.conformance.facts.ObservedRecordsTest}; whole records are in {@link io.vaportrail.conformance.golden}.
 */
@NullMarked
package io.vaportrail.conformance.facts;

import org.jspecify.annotations.NullMarked;
