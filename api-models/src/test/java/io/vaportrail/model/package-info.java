@NullMarked
package io.vaportrail.model;

import org.jspecify.annotations.NullMarked;
