package io.vaportrail.logs.delivery;

import io.vaportrail.logs.LogsErrors;
import io.vaportrail.model.logs.ConflictException;
import io.vaportrail.model.logs.ServiceQuotaExceededException;
import io.vaportrail.schema.ServiceException;

/** What is answered of deliveries, as AWS words it where that is known. */
final class DeliveryErrors {
    private DeliveryErrors() {}

    static ServiceException noSuch(String what) {
        return LogsErrors.notFound("Requested " + what + " does not exist in this account.");
    }

    static ServiceException conflict(String message) {
        return ConflictException.builder().message(message).build();
    }

    static ServiceException tooMany(String what) {
        return ServiceQuotaExceededException.builder()
                .message("The maximum number of " + what + " has been reached in this account.")
                .build();
    }

    static ServiceException invalid(String message) {
        return LogsErrors.validation(message);
    }
}
