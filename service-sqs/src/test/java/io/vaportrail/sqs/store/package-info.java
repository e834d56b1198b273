/** Tests of queues without operations, and {@link io.vaportrail.sqs.store.StoreInvariants}, which every test ends with. */
@NullMarked
package io.vaportrail.sqs.store;

import org.jspecify.annotations.NullMarked;
