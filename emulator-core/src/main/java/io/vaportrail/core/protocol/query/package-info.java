/**
 * awsQuery: forms in, XML out. Start with {@link io.vaportrail.core.protocol.query.AwsQueryProtocol}; {@link
 * io.vaportrail.core.protocol.query.FormSlot} says how a form becomes an input.
 */
@NullMarked
package io.vaportrail.core.protocol.query;

import org.jspecify.annotations.NullMarked;
