package io.vaportrail.core.service;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.random.Ids;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service does with requests and answers beside what its model describes: how it numbers them, what it records of them as
 * messages, and what it lets web pages of other origins send. Called on event loops: must be quick, must not block, and must not fail.
 */
public interface RequestConventions {
    /** Those of most services: UUIDs, nothing recorded, no pages. */
    RequestConventions PLAIN = new RequestConventions() {};

    /** The id of a new request. */
    default String newRequestId(Ids ids) {
        return ids.uuid();
    }

    /**
     * The request as the model has it, where the service also takes it in another form.
     *
     * @return the same when it came in that form, else one that is routed anew
     * @throws io.vaportrail.schema.ServiceException when it is not well-formed
     */
    default HttpRequest opened(HttpRequest request) {
        return request;
    }

    /** A call from outside begins; its input has not been read. */
    default void received(Call call, HttpRequest request) {}

    /**
     * The answer to a call from outside is there, a refusal included; it may be given further headers.
     *
     * @param labels what the request's path names, by the names of the model's labels
     * @return the answer, or another in the form that the request asks for
     */
    default HttpResponse answered(Call call, HttpRequest request, Map<String, String> labels, HttpResponse response) {
        return response;
    }

    /**
     * Whether a web page of another origin, which the request's {@code Origin} names, may send this request. Asked before the body is
     * read.
     *
     * @param labels as above
     */
    default boolean admitsPage(HttpRequest head, Map<String, String> labels) {
        return false;
    }

    /**
     * Answers a browser's question whether one of its pages may send a request.
     *
     * @param preflight with the method {@code OPTIONS}
     * @param labels as above
     * @param requestId of the answer
     * @return {@code null} when the service does not take the requests of pages
     * @throws io.vaportrail.schema.ServiceException when this page may not
     */
    default @Nullable HttpResponse answerToPreflight(
            HttpRequest preflight, Map<String, String> labels, String requestId) {
        return null;
    }
}
