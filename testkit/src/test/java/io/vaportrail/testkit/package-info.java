@NullMarked
package io.vaportrail.testkit;

import org.jspecify.annotations.NullMarked;
