@NullMarked
package io.vaportrail.testkit.assertions;

import org.jspecify.annotations.NullMarked;
