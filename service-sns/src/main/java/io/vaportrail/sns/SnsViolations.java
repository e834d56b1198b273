package io.vaportrail.sns;

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

/** How SNS words what breaks its model. */
final class SnsViolations implements ViolationWording {
    /** What SNS misses in its own words. Others are missed in the words that services share. */
    private static final Set<String> OWN_WORDS = Set.of(
            "TopicArn",
            "SubscriptionArn",
            "PlatformApplicationArn",
            "EndpointArn",
            "ResourceArn",
            "Protocol",
            "Token",
            "Name",
            "AttributeName");

    @Override
    public ServiceException word(
            OperationSchema<?, ?> operation, List<Violation> violations, @Nullable WireProtocol protocol) {
        Violation first = violations.get(0);
        boolean missing = first.kind() == Violation.Kind.REQUIRED;
        if (missing && first.path().parent() == null) {
            String name = first.path().step();
            if (name.equals("PublishBatchRequestEntries")) {
                return SnsErrors.emptyBatch();
            }
            if (OWN_WORDS.contains(name)) {
                return SnsErrors.missing(name);
            }
        }
        if (missing) {
            return SnsErrors.validation(
                    "Value null at '" + path(first.path()) + "' failed to satisfy constraint: Member must not be null");
        }
        return ModelValidationWording.INSTANCE.word(operation, violations, protocol);
    }

    /** The way to a member as SNS writes it: elements are numbered from 1 and, like values of maps, followed by {@code member}. */
    private static String path(Violation.Path path) {
        String own =
                switch (path.type()) {
                    case MEMBER ->
                        path.step().substring(0, 1).toLowerCase(Locale.ROOT)
                                + path.step().substring(1);
                    case INDEX -> (Integer.parseInt(path.step()) + 1) + ".member";
                    case MAP_VALUE -> path.step() + ".member";
                    case MAP_KEY -> path.step();
                };
        return path.parent() == null ? own : path(path.parent()) + "." + own;
    }
}
