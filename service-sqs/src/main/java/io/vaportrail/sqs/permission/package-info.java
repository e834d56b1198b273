/** The policy of a queue as AddPermission and RemovePermission write it. Start with {@link io.vaportrail.sqs.permission.AddPermission}. */
@NullMarked
package io.vaportrail.sqs.permission;

import org.jspecify.annotations.NullMarked;
