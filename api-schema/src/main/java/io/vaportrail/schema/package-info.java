/** The schema of an API: what the generated shapes, the codecs and the validator share. */
@NullMarked
package io.vaportrail.schema;

import org.jspecify.annotations.NullMarked;
