package io.vaportrail.core.http.client;

import java.util.List;

/**
 * What is kept of the answer to a request.
 *
 * @param status its HTTP status
 * @param challenges how to say who one is: its {@code WWW-Authenticate} headers, none unless the status is 401
 */
public record HttpAnswer(int status, List<String> challenges) {}
