/** Who is calling: AWS Security Token Service and AWS Identity and Access Management. */
@NullMarked
package io.vaportrail.identity;

import org.jspecify.annotations.NullMarked;
