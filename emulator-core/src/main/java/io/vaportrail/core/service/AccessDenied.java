package io.vaportrail.core.service;

import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.WireProtocol;

/**
 * The refusal of a call that policies deny. Its code and status follow from the protocol of the service; CloudTrail records it under one
 * code whatever that is.
 */
public final class AccessDenied extends ServiceException {
    private static final long serialVersionUID = 1L;

    private static final int FORBIDDEN = 403;
    private static final int BAD_REQUEST = 400;
    private static final String CODE = "AccessDenied";
    private static final String EXCEPTION = "AccessDeniedException";

    private static final ErrorTrait XML = ErrorTrait.of(CODE, FORBIDDEN, true);
    private static final ErrorTrait REST_JSON = ErrorTrait.of(EXCEPTION, FORBIDDEN, true);
    private static final ErrorTrait JSON = ErrorTrait.of(EXCEPTION, BAD_REQUEST, true);

    /** The services that began with awsQuery keep its code beside the name of the exception. */
    private static final ErrorTrait FORMERLY_QUERY =
            ErrorTrait.of(EXCEPTION, FORBIDDEN, true).underQuery(CODE, FORBIDDEN);

    private final transient ErrorTrait trait;

    private AccessDenied(ErrorTrait trait, String message) {
        super(message);
        this.trait = trait;
    }

    /** The refusal as callers of the service get it. */
    public static AccessDenied of(ServiceSchema service, String message) {
        return new AccessDenied(traitOf(service), message);
    }

    private static ErrorTrait traitOf(ServiceSchema service) {
        if (service.identification().queryCompatible()) {
            return FORMERLY_QUERY;
        }
        if (service.speaks(WireProtocol.AWS_QUERY) || service.speaks(WireProtocol.REST_XML)) {
            return XML;
        }
        return service.speaks(WireProtocol.REST_JSON_1) ? REST_JSON : JSON;
    }

    @Override
    public ErrorTrait error() {
        return trait;
    }

    @Override
    public String auditCode() {
        return CODE;
    }
}
