/** The way of one request, from the socket to the audit record. */
@NullMarked
package io.vaportrail.core;

import org.jspecify.annotations.NullMarked;
