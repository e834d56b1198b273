/**
 * What messages have in common, and what is unusual about it. Start with
 * {@link io.vaportrail.logs.insights.pattern.MessageTemplate}, which makes the pattern of a message, and
 * {@link io.vaportrail.logs.insights.pattern.AnomalyFinder}, which judges what patterns did in the course of time.
 */
@NullMarked
package io.vaportrail.logs.insights.pattern;

import org.jspecify.annotations.NullMarked;
