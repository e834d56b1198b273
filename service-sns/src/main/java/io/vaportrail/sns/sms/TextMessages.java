package io.vaportrail.sns.sms;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.sns.MessageAttributeValue;
import io.vaportrail.sns.SnsLimits;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of text messages, counts what they would have cost, and publishes both as metrics.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html">SMS activity</a>
 */
public final class TextMessages {
    private static final String NAMESPACE = "AWS/SNS";
    private static final String TYPE = "AWS.SNS.SMS.SMSType";
    private static final String MAX_PRICE = "AWS.SNS.SMS.MaxPrice";

    private final SmsAccounts accounts;
    private final EmulatorClock clock;
    private final MetricSink metrics;

    /** Of these accounts. */
    public TextMessages(SmsAccounts accounts, EmulatorClock clock, MetricSink metrics) {
        this.accounts = accounts;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Sends, as far as sending goes: the caller keeps what is delivered. */
    public TextMessage send(
            String accountId,
            String region,
            String number,
            String text,
            Map<String, MessageAttributeValue> attributes) {
        SmsAccount account = accounts.in(accountId, region);
        int parts = SmsParts.of(text);
        double price = parts * SnsLimits.SMS_PRICE_USD;
        String type = type(account, attributes);
        String refusal = refusal(account, number, price, attributes);
        boolean delivered = refusal == null;
        List<MetricDimension> dimensions =
                List.of(new MetricDimension("Country", Countries.of(number)), new MetricDimension("SMSType", type));
        MetricId success = new MetricId(accountId, region, NAMESPACE, "SMSSuccessRate", dimensions);
        metrics.count(success, delivered ? 1 : 0, MetricUnit.COUNT);
        MetricId spent = new MetricId(accountId, region, NAMESPACE, "SMSMonthToDateSpentUSD", List.of());
        metrics.count(spent, account.spentUsd(month()), MetricUnit.NONE);
        return new TextMessage(delivered, refusal == null ? "kept by the emulator" : refusal, parts, price, type);
    }

    private YearMonth month() {
        return YearMonth.from(clock.now().atZone(ZoneOffset.UTC));
    }

    private @Nullable String refusal(
            SmsAccount account, String number, double price, Map<String, MessageAttributeValue> attributes) {
        if (account.isOptedOut(number)) {
            return "Phone number is opted out";
        }
        if (price > maxPrice(attributes)) {
            return "This delivery would exceed max price";
        }
        return account.spend(month(), price) ? null : "No quota left for account";
    }

    private static double maxPrice(Map<String, MessageAttributeValue> attributes) {
        String text = text(attributes, MAX_PRICE);
        try {
            return text == null ? Double.MAX_VALUE : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.MAX_VALUE;
        }
    }

    /** How the message is sent: as it says itself, or as the account says. */
    private static String type(SmsAccount account, Map<String, MessageAttributeValue> attributes) {
        String own = text(attributes, TYPE);
        return own != null ? own : account.attributes().getOrDefault(SmsOperations.TYPE, "Promotional");
    }

    private static @Nullable String text(Map<String, MessageAttributeValue> attributes, String name) {
        MessageAttributeValue value = attributes.get(name);
        return value == null ? null : value.stringValue();
    }
}
