package io.vaportrail.s3;

import io.vaportrail.core.validation.Violation;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.schema.Location;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.WireProtocol;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How S3 words what breaks its model: a body by its schema, a header or parameter by its name. */
final class S3Violations implements ViolationWording {
    @Override
    public ServiceException word(
            OperationSchema<?, ?> operation, List<Violation> violations, @Nullable WireProtocol protocol) {
        Violation first = violations.get(0);
        Member member = memberOf(operation, first.path());
        if (first.path().step().equals("LocationConstraint")) {
            return S3Errors.invalidLocationConstraint(String.valueOf(first.value()));
        }
        if (first.kind() == Violation.Kind.ENUM && first.target().name().equals("Event")) {
            return S3Errors.invalidArgument(
                    "The event is not supported for notifications", "Event", String.valueOf(first.value()));
        }
        if (member == null || member.location() == Location.BODY || member.location() == Location.PAYLOAD) {
            return first.kind() == Violation.Kind.REQUIRED && isWholeBody(first)
                    ? S3Errors.missingRequestBody()
                    : S3Errors.malformedXml();
        }
        String name = member.locationName();
        if (first.kind() == Violation.Kind.REQUIRED) {
            return S3Errors.invalidRequest("Missing required "
                    + (member.location() == Location.HEADER ? "header" : "parameter") + " for this request: " + name);
        }
        return wrong(member, name, String.valueOf(first.value()));
    }

    private static ServiceException wrong(Member member, String name, String value) {
        return switch (member.name()) {
            case "StorageClass" -> S3Errors.invalidStorageClass(value);
            case "EncodingType" ->
                S3Errors.invalidArgument("Invalid Encoding Method specified in Request", "encoding-type", value);
            case "CopySource" ->
                S3Errors.invalidArgument(
                        "Copy Source must mention the source bucket and key: sourcebucket/sourcekey", name, value);
            case "MetadataDirective" -> S3Errors.invalidArgument("Unknown metadata directive.", name, value);
            case "TaggingDirective" -> S3Errors.invalidArgument("Unknown tagging directive.", name, value);
            case "ServerSideEncryption" ->
                S3Errors.invalidArgument("The encryption method specified is not supported", name, value);
            case "ChecksumAlgorithm" ->
                S3Errors.invalidRequest(
                        "Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32,"
                                + " CRC32C, CRC64NVME, SHA1, SHA256]");
            default -> S3Errors.invalidArgument("Invalid value for " + name.toLowerCase(Locale.ROOT), name, value);
        };
    }

    private static boolean isWholeBody(Violation violation) {
        return violation.path().parent() == null;
    }

    private static @Nullable Member memberOf(OperationSchema<?, ?> operation, Violation.Path path) {
        Violation.Path step = path;
        while (step.parent() != null) {
            step = step.parent();
        }
        return operation.input().memberNamed(step.step());
    }
}
