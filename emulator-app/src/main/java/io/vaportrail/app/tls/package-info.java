/** Certificates for HTTPS, made when they are first needed. */
@NullMarked
package io.vaportrail.app.tls;

import org.jspecify.annotations.NullMarked;
