/** Tests of what is kept. */
@NullMarked
package io.vaportrail.sns.outbox;

import org.jspecify.annotations.NullMarked;
