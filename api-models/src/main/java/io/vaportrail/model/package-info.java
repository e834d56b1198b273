/** The generated shapes, schemas and interfaces of the services, one package for each. */
@NullMarked
package io.vaportrail.model;

import org.jspecify.annotations.NullMarked;
