/** JSON outside the wire protocols: documents that services keep, such as policies. Start with {@link io.vaportrail.core.json.Json}. */
@NullMarked
package io.vaportrail.core.json;

import org.jspecify.annotations.NullMarked;
