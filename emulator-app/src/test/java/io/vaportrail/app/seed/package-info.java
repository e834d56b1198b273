@NullMarked
package io.vaportrail.app.seed;

import org.jspecify.annotations.NullMarked;
