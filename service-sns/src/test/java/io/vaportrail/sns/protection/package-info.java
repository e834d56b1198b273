/** Tests of data protection. */
@NullMarked
package io.vaportrail.sns.protection;

import org.jspecify.annotations.NullMarked;
