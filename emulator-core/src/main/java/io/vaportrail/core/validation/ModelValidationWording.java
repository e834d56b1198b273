package io.vaportrail.core.validation;

import io.vaportrail.core.service.CommonError;
import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.WireProtocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wording that most services share: {@code 1 validation error detected: Value at 'name' failed to satisfy constraint: …}, with
 * the code {@code ValidationException}, and {@code ValidationError} over awsQuery.
 */
public final class ModelValidationWording implements ViolationWording {
    /** Names the places and the values found there. */
    public static final ModelValidationWording INSTANCE = new ModelValidationWording(true);

    /** Names the places only. */
    public static final ModelValidationWording WITHOUT_VALUES = new ModelValidationWording(false);

    private static final ErrorTrait TRAIT =
            ErrorTrait.of("ValidationException", 400, true).underQuery("ValidationError", 400);

    private final boolean values;

    private ModelValidationWording(boolean values) {
        this.values = values;
    }

    @Override
    public ServiceException word(
            OperationSchema<?, ?> operation, List<Violation> violations, @Nullable WireProtocol protocol) {
        StringBuilder text = new StringBuilder();
        text.append(violations.size())
                .append(violations.size() == 1 ? " validation error detected: " : " validation errors detected: ");
        String separator = "";
        for (Violation violation : violations) {
            text.append(separator).append(ConstraintText.describe(violation, values));
            separator = "; ";
        }
        return CommonError.of(TRAIT, text.toString());
    }
}
