package io.vaportrail.sns.outbox;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.http.RouteQuery;
import io.vaportrail.core.json.AttributeJson;
import io.vaportrail.core.json.Json;
import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.sns.outbox.KeptMessage.Kind;
import io.vaportrail.sns.sms.SmsAccounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Shows the messages that would have left the machine. All take {@code account} and {@code region} and have the defaults of calls.
 *
 * <ul>
 *   <li>{@code GET /_vaportrail/sns/messages?kind=sms}, {@code push} or {@code email}, {@code &endpoint=} for one of them;
 *       {@code DELETE} forgets them
 *   <li>{@code POST /_vaportrail/sns/opted-out?phoneNumber=}: the owner of the number wants no messages any more
 *   <li>{@code GET} and {@code DELETE /_aws/sns/sms-messages} and {@code /_aws/sns/platform-endpoint-messages}, with
 *       {@code accountId}, {@code region} and {@code phoneNumber} or {@code endpointArn}, compatible with LocalStack
 * </ul>
 */
public final class OutboxRoutes {
    private static final String JSON = "application/json";

    private final Outbox outbox;
    private final SmsAccounts smsAccounts;
    private final EmulatorSettings settings;

    private OutboxRoutes(Outbox outbox, SmsAccounts smsAccounts, EmulatorSettings settings) {
        this.outbox = outbox;
        this.smsAccounts = smsAccounts;
        this.settings = settings;
    }

    /** Adds the routes. */
    public static void add(HttpRoutes routes, Outbox outbox, SmsAccounts smsAccounts, EmulatorSettings settings) {
        OutboxRoutes own = new OutboxRoutes(outbox, smsAccounts, settings);
        routes.add("GET", "/_vaportrail/sns/messages", own::show);
        routes.add("DELETE", "/_vaportrail/sns/messages", own::forget);
        routes.add("POST", "/_vaportrail/sns/opted-out", own::optOut);
        routes.add("GET", "/_aws/sns/sms-messages", exchange -> own.showSms(exchange));
        routes.add("DELETE", "/_aws/sns/sms-messages", exchange -> own.forgetOf(exchange, Kind.SMS, "phoneNumber"));
        routes.add("GET", "/_aws/sns/platform-endpoint-messages", exchange -> own.showPush(exchange));
        routes.add(
                "DELETE",
                "/_aws/sns/platform-endpoint-messages",
                exchange -> own.forgetOf(exchange, Kind.PUSH, "endpointArn"));
    }

    private void show(Exchange exchange) {
        RouteQuery query = new RouteQuery(exchange.request().query());
        Kind kind = kind(query);
        if (kind == null) {
            refuse(exchange, "kind: " + query.get("kind") + " (expected: sms, push or email)");
            return;
        }
        List<Object> shown = new ArrayList<>();
        for (KeptMessage message :
                outbox.list(account(query, "account"), region(query), kind, of(query.get("endpoint")))) {
            shown.add(shown(message));
        }
        exchange.respond(HttpResponse.text(200, JSON, Json.write(Map.of("messages", shown)) + "\n"));
    }

    private void forget(Exchange exchange) {
        RouteQuery query = new RouteQuery(exchange.request().query());
        Kind kind = kind(query);
        if (kind == null) {
            refuse(exchange, "kind: " + query.get("kind") + " (expected: sms, push or email)");
            return;
        }
        outbox.remove(account(query, "account"), region(query), kind, of(query.get("endpoint")));
        exchange.respond(HttpResponse.of(204));
    }

    private void optOut(Exchange exchange) {
        RouteQuery query = new RouteQuery(exchange.request().query());
        String number = query.get("phoneNumber");
        if (number == null || number.isEmpty()) {
            refuse(exchange, "phoneNumber: none (expected: one)");
            return;
        }
        smsAccounts.in(account(query, "account"), region(query)).optOut(number);
        exchange.respond(HttpResponse.of(204));
    }

    private void showSms(Exchange exchange) {
        RouteQuery query = new RouteQuery(exchange.request().query());
        showByEndpoint(exchange, query, Kind.SMS, "sms_messages", query.get("phoneNumber"));
    }

    private void showPush(Exchange exchange) {
        RouteQuery query = new RouteQuery(exchange.request().query());
        showByEndpoint(exchange, query, Kind.PUSH, "platform_endpoint_messages", query.get("endpointArn"));
    }

    private void showByEndpoint(
            Exchange exchange, RouteQuery query, Kind kind, String member, @Nullable String endpoint) {
        Map<String, List<Object>> byEndpoint = new LinkedHashMap<>();
        if (endpoint != null) {
            byEndpoint.put(endpoint, new ArrayList<>());
        }
        for (KeptMessage message : outbox.list(account(query, "accountId"), region(query), kind, of(endpoint))) {
            byEndpoint
                    .computeIfAbsent(message.endpoint(), key -> new ArrayList<>())
                    .add(compatible(message));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(member, byEndpoint);
        answer.put("region", region(query));
        exchange.respond(HttpResponse.text(200, JSON, Json.write(answer)));
    }

    private void forgetOf(Exchange exchange, Kind kind, String parameter) {
        RouteQuery query = new RouteQuery(exchange.request().query());
        outbox.remove(account(query, "accountId"), region(query), kind, of(query.get(parameter)));
        exchange.respond(HttpResponse.of(204));
    }

    private static void refuse(Exchange exchange, String line) {
        exchange.respond(HttpResponse.text(400, JSON, Json.write(Map.of("error", line)) + "\n"));
    }

    private static @Nullable Kind kind(RouteQuery query) {
        return switch (query.get("kind", "").toLowerCase(Locale.ROOT)) {
            case "sms" -> Kind.SMS;
            case "push" -> Kind.PUSH;
            case "email" -> Kind.EMAIL;
            default -> null;
        };
    }

    private String account(RouteQuery query, String parameter) {
        return query.get(parameter, settings.defaultAccountId());
    }

    private String region(RouteQuery query) {
        return query.get("region", settings.defaultRegion());
    }

    private static Predicate<KeptMessage> of(@Nullable String endpoint) {
        return endpoint == null
                ? message -> true
                : message -> message.endpoint().equals(endpoint);
    }

    private static Map<String, @Nullable Object> shown(KeptMessage message) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("messageId", message.messageId());
        shown.put("endpoint", message.endpoint());
        shown.put("topicArn", message.topicArn());
        shown.put("subscriptionArn", message.subscriptionArn());
        shown.put("subject", message.subject());
        shown.put("message", message.message());
        shown.put("messageAttributes", attributes(message));
        shown.put("time", Instant.ofEpochMilli(message.keptMillis()).toString());
        return shown;
    }

    private static Map<String, @Nullable Object> compatible(KeptMessage message) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        if (message.kind() == Kind.SMS) {
            shown.put("PhoneNumber", message.endpoint());
            shown.put("SubscriptionArn", message.subscriptionArn());
        } else {
            shown.put("TargetArn", message.endpoint());
        }
        shown.put("TopicArn", message.topicArn());
        shown.put("Message", message.message());
        shown.put("MessageAttributes", attributes(message));
        shown.put("MessageId", message.messageId());
        shown.put("Subject", message.subject());
        return shown;
    }

    private static Map<String, Object> attributes(KeptMessage message) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        message.attributes()
                .forEach((name, value) -> attributes.put(
                        name, AttributeJson.of(value.dataType(), value.stringValue(), value.binaryValue())));
        return attributes;
    }
}
