package io.vaportrail.logs.insights;

import io.vaportrail.core.service.Call;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.insights.language.QuerySyntaxException;
import io.vaportrail.model.logs.LimitExceededException;
import io.vaportrail.model.logs.MalformedQueryException;
import io.vaportrail.model.logs.QueryCompileError;
import io.vaportrail.model.logs.QueryCompileErrorLocation;
import io.vaportrail.schema.ServiceException;

/** Errors of queries; AWS lets the words of the service behind show through. */
final class InsightsErrors {
    private InsightsErrors() {}

    /** A text is no query, and where. */
    static ServiceException malformed(QuerySyntaxException cause, Call call) {
        String reason = String.valueOf(cause.getMessage());
        return MalformedQueryException.builder()
                .message(worded(reason, "MalformedQueryException", call))
                .queryCompileError(QueryCompileError.builder()
                        .message(reason)
                        .location(QueryCompileErrorLocation.builder()
                                .startCharOffset(cause.span().start())
                                .endCharOffset(cause.span().end())
                                .build())
                        .build())
                .build();
    }

    /** No such log group. */
    static ServiceException noSuchGroup(String name, Call call) {
        String reason = "Log group '" + name + "' does not exist for account ID '" + call.accountId() + "'";
        return LogsErrors.notFound(worded(reason, "ResourceNotFoundException", call));
    }

    private static String worded(String reason, String code, Call call) {
        return reason + " (Service: AWSLogs; Status Code: 400; Error Code: " + code + "; Request ID: "
                + call.requestId() + "; Proxy: null)";
    }

    /** No such query. */
    static ServiceException noSuchQuery(String id) {
        return LogsErrors.notFound("Query with ID " + id + " does not exist.");
    }

    /** Too many queries at once. */
    static ServiceException tooManyQueries(int most) {
        return LimitExceededException.of("Account maximum query concurrency limit of [" + most + "] reached.");
    }
}
