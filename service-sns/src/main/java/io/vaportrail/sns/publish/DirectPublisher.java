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
import io.vaportrail.sns.sms.SmsAccounts;
import io.vaportrail.sns.store.SnsArn;

/** Publishes to a phone number or a device, without a topic. */
final class DirectPublisher {
    private final EmulatorClock clock;
    private final Ids ids;
    private final Outbox outbox;
    private final Platforms platforms;
    private final SmsAccounts smsAccounts;

    DirectPublisher(EmulatorClock clock, Ids ids, Outbox outbox, Platforms platforms, SmsAccounts smsAccounts) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.platforms = platforms;
        this.smsAccounts = smsAccounts;
    }

    /** Whether an ARN is that of a device's endpoint. */
    static boolean isDevice(String arn) {
        SnsArn parsed = SnsArn.of(arn, "sns");
        return parsed != null && parsed.resource().startsWith("endpoint/");
    }

    /** Sends a text message; one to a number that opted out goes nowhere, as from AWS. */
    String toPhone(String phoneNumber, Content content, Call call) {
        if (!PhoneNumbers.isSendable(phoneNumber)) {
            throw SnsErrors.invalid("PhoneNumber", phoneNumber + " is not valid to publish to");
        }
        String messageId = ids.uuid();
        if (!smsAccounts.in(call.accountId(), call.region()).isOptedOut(phoneNumber)) {
            keep(Kind.SMS, messageId, phoneNumber, content, content.messageFor("sms"), call.accountId(), call.region());
        }
        return messageId;
    }

    /** Sends a push notification. */
    String toDevice(String endpointArn, Content content, Call call) {
        PlatformEndpoint endpoint = platforms.findEndpoint(endpointArn);
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
        String messageId = ids.uuid();
        String text = content.byProtocol().getOrDefault(application.platform(), content.message());
        SnsArn arn = application.arn();
        keep(Kind.PUSH, messageId, endpointArn, content, text, arn.accountId(), arn.region());
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
        outbox.keep(
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
                        clock.millis()));
    }
}
