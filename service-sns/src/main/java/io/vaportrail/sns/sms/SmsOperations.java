package io.vaportrail.sns.sms;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.sns.CheckIfPhoneNumberIsOptedOutInput;
import io.vaportrail.model.sns.CheckIfPhoneNumberIsOptedOutResponse;
import io.vaportrail.model.sns.GetSMSAttributesInput;
import io.vaportrail.model.sns.GetSMSAttributesResponse;
import io.vaportrail.model.sns.ListOriginationNumbersRequest;
import io.vaportrail.model.sns.ListOriginationNumbersResult;
import io.vaportrail.model.sns.ListPhoneNumbersOptedOutInput;
import io.vaportrail.model.sns.ListPhoneNumbersOptedOutResponse;
import io.vaportrail.model.sns.OptInPhoneNumberInput;
import io.vaportrail.model.sns.OptInPhoneNumberResponse;
import io.vaportrail.model.sns.SetSMSAttributesInput;
import io.vaportrail.model.sns.SetSMSAttributesResponse;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.store.Paging;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The operations on preferences and on numbers that opted out, one method each.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-mobile-phone-number-as-subscriber.html">Text messages</a>
 */
public final class SmsOperations {
    static final String TYPE = "DefaultSMSType";
    private static final String SENDER_ID = "DefaultSenderID";
    private static final String SAMPLING_RATE = SmsAccount.STATUS_SAMPLE_RATE;
    private static final String SPEND_LIMIT = SmsAccount.SPEND_LIMIT;
    private static final Set<String> KNOWN =
            Set.of(SPEND_LIMIT, SmsAccount.STATUS_ROLE, SAMPLING_RATE, SENDER_ID, TYPE, "UsageReportS3Bucket");

    private final SmsAccounts accounts;

    /** The operations. */
    public SmsOperations(SmsAccounts accounts) {
        this.accounts = accounts;
    }

    /** SetSMSAttributes. */
    public SetSMSAttributesResponse setSmsAttributes(SetSMSAttributesInput input, Call call) {
        input.attributes().forEach(SmsOperations::check);
        account(call).setAttributes(input.attributes());
        return SetSMSAttributesResponse.builder().build();
    }

    private static void check(String name, String value) {
        if (!KNOWN.contains(name)) {
            throw SnsErrors.refused(name + " is not a valid attribute");
        }
        boolean valid =
                switch (name) {
                    case TYPE -> value.equals("Promotional") || value.equals("Transactional");
                    case SENDER_ID -> value.matches("(?=.*[A-Za-z])[A-Za-z0-9]{1,11}");
                    case SAMPLING_RATE -> value.matches("[0-9]{1,3}") && Integer.parseInt(value) <= 100;
                    case SPEND_LIMIT -> value.matches("[0-9]{1,9}");
                    default -> true;
                };
        if (!valid) {
            throw SnsErrors.refused(name + " is invalid");
        }
    }

    /** GetSMSAttributes. */
    public GetSMSAttributesResponse getSmsAttributes(GetSMSAttributesInput input, Call call) {
        Map<String, String> attributes = account(call).attributes();
        List<String> wanted = input.attributes();
        if (wanted != null && !wanted.isEmpty()) {
            for (String name : wanted) {
                if (!KNOWN.contains(name)) {
                    throw SnsErrors.refused(name + " is not a valid attribute");
                }
            }
            attributes.keySet().retainAll(wanted);
        }
        return GetSMSAttributesResponse.builder().attributes(attributes).build();
    }

    /** CheckIfPhoneNumberIsOptedOut. */
    public CheckIfPhoneNumberIsOptedOutResponse checkIfPhoneNumberIsOptedOut(
            CheckIfPhoneNumberIsOptedOutInput input, Call call) {
        checkNumber(input.phoneNumber());
        return CheckIfPhoneNumberIsOptedOutResponse.builder()
                .isOptedOut(account(call).isOptedOut(input.phoneNumber()))
                .build();
    }

    /** ListPhoneNumbersOptedOut, a hundred a page. */
    public ListPhoneNumbersOptedOutResponse listPhoneNumbersOptedOut(ListPhoneNumbersOptedOutInput input, Call call) {
        Paging<String> page = Paging.of(account(call).optedOut(), "optedOut", input.nextToken(), SnsLimits.PAGE);
        return ListPhoneNumbersOptedOutResponse.builder()
                .phoneNumbers(page.elements())
                .nextToken(page.nextToken())
                .build();
    }

    /** OptInPhoneNumber. */
    public OptInPhoneNumberResponse optInPhoneNumber(OptInPhoneNumberInput input, Call call) {
        checkNumber(input.phoneNumber());
        account(call).optIn(input.phoneNumber());
        return OptInPhoneNumberResponse.builder().build();
    }

    /** ListOriginationNumbers: nobody can buy numbers here, so there are none. */
    public ListOriginationNumbersResult listOriginationNumbers(ListOriginationNumbersRequest input, Call call) {
        return ListOriginationNumbersResult.builder().phoneNumbers(List.of()).build();
    }

    private SmsAccount account(Call call) {
        return accounts.in(call.accountId(), call.region());
    }

    private static void checkNumber(String number) {
        if (!PhoneNumbers.isE164(number)) {
            throw SnsErrors.invalid("PhoneNumber", "input incorrectly formatted");
        }
    }
}
