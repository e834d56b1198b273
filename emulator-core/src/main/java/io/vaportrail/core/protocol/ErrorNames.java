package io.vaportrail.core.protocol;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.Struct;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How errors are named in the protocols that name shapes: the JSON ones and CBOR. awsQuery and restXml name codes. */
public final class ErrorNames {
    private static final String NO_SERVICE = "com.amazon.coral.service#";

    private ErrorNames() {}

    /** The name of the error's shape, or the code of an error that the model does not know. */
    public static String shapeName(ServiceException error) {
        return error instanceof Struct struct
                ? struct.schema().name()
                : error.error().code();
    }

    /** The shape's name with its namespace, for example {@code com.amazonaws.sqs#QueueDoesNotExist}. */
    public static String absoluteName(@Nullable ServiceSchema service, ServiceException error) {
        return (service == null ? NO_SERVICE : "com.amazonaws." + service.id() + "#") + shapeName(error);
    }

    /**
     * The message of an error whose structure has no member for it, {@code null} otherwise: then it is among the members.
     */
    public static @Nullable String separateMessage(ServiceException error) {
        if (error instanceof Struct struct) {
            List<Member> members = struct.schema().members();
            for (int i = 0; i < members.size(); i++) {
                if (isMessage(members.get(i))) {
                    return null;
                }
            }
        }
        return error.getMessage();
    }

    /** The message, from the error's structure where that has one, or {@code null}. */
    public static @Nullable String messageOf(ServiceException error) {
        if (error instanceof Struct struct) {
            List<Member> members = struct.schema().members();
            for (int i = 0; i < members.size(); i++) {
                if (isMessage(members.get(i)) && struct.get(i) instanceof String message) {
                    return message;
                }
            }
        }
        return error.getMessage();
    }

    /** The body's members of an error structure, its message left out. */
    public static List<Member> membersWithoutMessage(Struct error) {
        List<Member> others = new ArrayList<>(error.schema().bodyMembers());
        others.removeIf(ErrorNames::isMessage);
        return others;
    }

    private static boolean isMessage(Member member) {
        return member.name().equalsIgnoreCase("message");
    }

    /**
     * Adds the code that awsQuery would carry, where the service has been spoken to in awsQuery before.
     *
     * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#aws-protocols-awsquerycompatible-trait">Smithy:
     *     awsQueryCompatible</a>
     */
    public static void addQueryError(@Nullable ServiceSchema service, ServiceException error, HttpResponse into) {
        if (service != null && service.identification().queryCompatible()) {
            ErrorTrait trait = error.error();
            String code = trait.queryCode() == null ? trait.code() : trait.queryCode();
            into.header("x-amzn-query-error", code + (trait.senderFault() ? ";Sender" : ";Receiver"));
        }
    }
}
