/**
 * The APIs of the services, generated from the models: one package for each service, and here what finds a service. Start with
 * {@link io.vaportrail.model.Services}; {@link io.vaportrail.model.ServiceIndex} leads from the names that a request carries to a
 * service without loading any.
 */
@NullMarked
package io.vaportrail.model;

import org.jspecify.annotations.NullMarked;
