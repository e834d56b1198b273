@NullMarked
package io.vaportrail.core.mail;

import org.jspecify.annotations.NullMarked;
