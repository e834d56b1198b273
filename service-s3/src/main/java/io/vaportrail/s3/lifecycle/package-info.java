/**
 * Lifecycle rules: objects that expire or change their storage class with time, as the emulator's clock has it. Start with {@link
 * io.vaportrail.s3.lifecycle.BucketLifecycle}; {@link io.vaportrail.s3.lifecycle.LifecyclePass} does what the rules say.
 */
@NullMarked
package io.vaportrail.s3.lifecycle;

import org.jspecify.annotations.NullMarked;
