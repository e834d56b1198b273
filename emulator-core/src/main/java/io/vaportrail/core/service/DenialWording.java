package io.vaportrail.core.service;

import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;

/** How a service words what policies deny. */
@FunctionalInterface
public interface DenialWording {
    /** As most services do: the action as policies name it, the resource where the action has one of its own. */
    DenialWording USUAL =
            (service, denial) -> AccessDenied.of(service, denial.sentence(denial.action(), denial.resourceOr(null)));

    /** The error that the caller of the service gets. */
    ServiceException word(ServiceSchema service, Denial denial);
}
