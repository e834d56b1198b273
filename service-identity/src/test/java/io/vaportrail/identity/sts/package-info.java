@NullMarked
package io.vaportrail.identity.sts;

import org.jspecify.annotations.NullMarked;
