package io.vaportrail.identity.iam;

import io.vaportrail.core.validation.ModelValidationWording;
import io.vaportrail.core.validation.Violation;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.WireProtocol;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How IAM words what breaks its model: names in its own words, the rest in the words that most services share, without values. */
final class IamViolations implements ViolationWording {
    private static final Set<String> NAMES = Set.of(
            "UserName",
            "NewUserName",
            "GroupName",
            "NewGroupName",
            "RoleName",
            "PolicyName",
            "InstanceProfileName",
            "VirtualMFADeviceName");
    private static final Set<String> PATHS = Set.of("Path", "NewPath", "PathPrefix");

    @Override
    public ServiceException word(
            OperationSchema<?, ?> operation, List<Violation> violations, @Nullable WireProtocol protocol) {
        if (violations.size() == 1) {
            String text = ofName(violations.get(0));
            if (text != null) {
                return IamErrors.validation(text);
            }
        }
        return ModelValidationWording.WITHOUT_VALUES.word(operation, violations, protocol);
    }

    private static @Nullable String ofName(Violation violation) {
        String member = violation.path().step();
        if (violation.kind() != Violation.Kind.PATTERN || violation.path().parent() != null) {
            return null;
        }
        String name = member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
        if (NAMES.contains(member)) {
            return "The specified value for " + name
                    + " is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-";
        }
        if (PATHS.contains(member)) {
            return "The specified value for " + name
                    + " is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.";
        }
        return null;
    }
}
