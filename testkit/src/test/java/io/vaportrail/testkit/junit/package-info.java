@NullMarked
package io.vaportrail.testkit.junit;

import org.jspecify.annotations.NullMarked;
