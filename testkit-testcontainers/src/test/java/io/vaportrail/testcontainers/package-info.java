@NullMarked
package io.vaportrail.testcontainers;

import org.jspecify.annotations.NullMarked;
