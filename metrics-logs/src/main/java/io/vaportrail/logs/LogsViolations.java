package io.vaportrail.logs;

import io.vaportrail.core.validation.ModelValidationWording;
import io.vaportrail.core.validation.Violation;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.WireProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** How CloudWatch Logs words what breaks its model: as services do, but with a code of its own. */
final class LogsViolations implements ViolationWording {
    private static final Set<String> NAMES = Set.of("logGroupName", "logStreamName");

    @Override
    public ServiceException word(
            OperationSchema<?, ?> operation, List<Violation> violations, @Nullable WireProtocol protocol) {
        Violation first = violations.get(0);
        if (isLongName(first)) {
            return LogsErrors.invalid(
                    "Invalid LogGroup or LogStream, both must have length less than or equal to 512.");
        }
        List<Violation> shown = new ArrayList<>();
        for (Violation violation : violations) {
            shown.add(shown(violation));
        }
        ServiceException common = ModelValidationWording.INSTANCE.word(operation, shown, protocol);
        // Deliveries are newer than the rest and answer as newer services do.
        return operation.name().contains("Deliver") ? common : LogsErrors.invalid(String.valueOf(common.getMessage()));
    }

    private static boolean isLongName(Violation violation) {
        return violation.kind() == Violation.Kind.LENGTH
                && violation.path().parent() == null
                && NAMES.contains(violation.path().step())
                && violation.value() instanceof String text
                && !text.isEmpty();
    }

    /** Structures are shown with all their members; a list that is too short stays, since its length is what is wrong. */
    private static Violation shown(Violation violation) {
        return violation.value() instanceof List<?> list && !list.isEmpty()
                ? new Violation(violation.path(), violation.kind(), violation.target(), texts(list))
                : violation;
    }

    private static List<String> texts(List<?> list) {
        List<String> texts = new ArrayList<>();
        for (Object element : list) {
            texts.add(element instanceof Struct struct ? text(struct) : String.valueOf(element));
        }
        return texts;
    }

    /** Maps stand last, as AWS shows them. */
    private static String text(Struct struct) {
        StringJoiner text = new StringJoiner(", ", struct.schema().name() + "(", ")");
        List<Member> members = struct.schema().members();
        for (boolean maps : new boolean[] {false, true}) {
            for (int i = 0; i < members.size(); i++) {
                if ((members.get(i).target().type() == ShapeType.MAP) == maps) {
                    text.add(members.get(i).name() + "=" + struct.get(i));
                }
            }
        }
        return text.toString();
    }
}
