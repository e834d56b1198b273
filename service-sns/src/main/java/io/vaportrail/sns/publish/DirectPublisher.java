package io.vaportrail.sns.publish;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.delivery.Notification.Content;
import io.vaportrail.sns.outbox.KeptMessage;
import io.vaportrail.sns.outbox.KeptMessage.Kind;
import io.vaportrail.sns.outbox.Outbox;
import io.vaportrail.sns.platform.PlatformApplication;
import io.vaportrail.sns.platform.PlatformEndpoint;
import io.vaportrail.sns.platform.Platforms;
import io.vaportrail.sns.sms.PhoneNumbers;
import io.vaportrail.sns.sms.TextMessage;
import io.vaportrail.sns.sms.TextMessages;
import io.vaportrail.sns.status.DeliveryStatusLog;
import io.vaportrail.sns.status.SnsMetrics;
import io.vaportrail.sns.store.SnsArn;

/** Publishes to a phone number or a device, without a topic. */
public final class DirectPublisher {
    private final Parts parts;

    /**
     * What it takes.
     *
     * @param clock domain time
     * @param ids message ids
     * @param outbox where messages are kept
     * @param platforms devices
     * @param textMessages decides what becomes of text messages
     * @param metrics counts messages
     * @param statusLog logs messages
     */
    public record Parts(
            EmulatorClock clock,
            Ids ids,
            Outbox outbox,
            Platforms platforms,
            TextMessages textMessages,
            SnsMetrics metrics,
            DeliveryStatusLog statusLog) {}

    DirectPublisher(Parts parts) {
        this.parts = parts;
    }

    /** Whether an ARN is that of a device's endpoint. */
    static boolean isDevice(String arn) {
        SnsArn parsed = SnsArn.of(arn, "sns");
        return parsed != null && parsed.resource().startsWith("endpoint/");
    }

    /** Sends a text message; one that cannot be delivered is answered like any other, as by AWS. */
    String toPhone(String phoneNumber, Content content, Call call) {
        if (!PhoneNumbers.isSendable(phoneNumber)) {
            throw SnsErrors.invalid("PhoneNumber", phoneNumber + " is not valid to publish to");
        }
        String messageId = parts.ids().uuid();
        String account = call.accountId();
        String region = call.region();
        String text = content.messageFor("sms");
        TextMessage sent = parts.textMessages().send(account, region, phoneNumber, text, content.attributes());
        if (sent.delivered()) {
            keep(Kind.SMS, messageId, phoneNumber, content, text, account, region);
        }
        parts.metrics().sentToPhone(account, region, phoneNumber, content.bytes(), sent.delivered());
        parts.statusLog().sentToPhone(account, region, phoneNumber, messageId, sent);
        return messageId;
    }

    /** Sends a push notification. */
    String toDevice(String endpointArn, Content content, Call call) {
        PlatformEndpoint endpoint = parts.platforms().findEndpoint(endpointArn);
        if (endpoint == null) {
            throw SnsErrors.invalid("TargetArn", "No endpoint found for the target arn specified");
        }
        PlatformApplication application = endpoint.application();
        if (!application.enabled()) {
            throw SnsErrors.applicationDisabled();
        }
        if (!endpoint.enabled()) {
            throw SnsErrors.endpointDisabled();
        }
        call.audit().resource("AWS::SNS::PlatformEndpoint", endpointArn);
        String messageId = parts.ids().uuid();
        String text = content.byProtocol().getOrDefault(application.platform(), content.message());
        SnsArn arn = application.arn();
        keep(Kind.PUSH, messageId, endpointArn, content, text, arn.accountId(), arn.region());
        parts.metrics().sentToDevice(application, content.bytes());
        parts.statusLog().sentToDevice(application, endpoint, messageId, text);
        return messageId;
    }

    private void keep(
            Kind kind,
            String messageId,
            String endpoint,
            Content content,
            String text,
            String accountId,
            String region) {
        parts.outbox()
                .keep(
                        accountId,
                        region,
                        new KeptMessage(
                                kind,
                                messageId,
                                endpoint,
                                null,
                                null,
                                content.subject(),
                                text,
                                content.attributes(),
                                parts.clock().millis()));
    }
}
