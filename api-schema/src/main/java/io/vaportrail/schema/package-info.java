/**
 * The runtime form of an API model: services, operations, shapes and members as plain objects that the codecs, the validator, the
 * audit renderer and the redactor walk without reflection.
 *
 * <p>Start with {@link io.vaportrail.schema.StructSchema} (what a structure is made of) and {@link io.vaportrail.schema.Struct}
 * (a value of it, read by member index); {@link io.vaportrail.schema.OperationSchema} ties an input and an output to an operation.
 * Generated code implements these types; {@link io.vaportrail.schema.DynamicStruct} serves schemas that are built at run time.
 */
@NullMarked
package io.vaportrail.schema;

import org.jspecify.annotations.NullMarked;
