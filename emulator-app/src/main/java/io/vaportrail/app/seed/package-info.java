/**
 * Calls that are made at start, so that an emulator comes up with its queues, topics and buckets. {@code SeedFile} reads them,
 * {@code Seeder} makes them.
 */
@NullMarked
package io.vaportrail.app.seed;

import org.jspecify.annotations.NullMarked;
