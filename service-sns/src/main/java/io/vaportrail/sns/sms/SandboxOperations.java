package io.vaportrail.sns.sms;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.sns.CreateSMSSandboxPhoneNumberInput;
import io.vaportrail.model.sns.CreateSMSSandboxPhoneNumberResult;
import io.vaportrail.model.sns.DeleteSMSSandboxPhoneNumberInput;
import io.vaportrail.model.sns.DeleteSMSSandboxPhoneNumberResult;
import io.vaportrail.model.sns.GetSMSSandboxAccountStatusInput;
import io.vaportrail.model.sns.GetSMSSandboxAccountStatusResult;
import io.vaportrail.model.sns.ListSMSSandboxPhoneNumbersInput;
import io.vaportrail.model.sns.ListSMSSandboxPhoneNumbersResult;
import io.vaportrail.model.sns.SMSSandboxPhoneNumber;
import io.vaportrail.model.sns.UserErrorException;
import io.vaportrail.model.sns.VerificationException;
import io.vaportrail.model.sns.VerifySMSSandboxPhoneNumberInput;
import io.vaportrail.model.sns.VerifySMSSandboxPhoneNumberResult;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.outbox.KeptMessage;
import io.vaportrail.sns.outbox.Outbox;
import io.vaportrail.sns.sms.SmsAccount.SandboxNumber;
import io.vaportrail.sns.store.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The operations on the sandbox for text messages, one method each. Accounts are outside the sandbox, so that messages to any number
 * are kept; numbers can be added and verified all the same, with the code that the kept message shows.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-sms-sandbox.html">SMS sandbox</a>
 */
public final class SandboxOperations {
    private static final int CODE_BOUND = 1_000_000;

    private final SmsAccounts accounts;
    private final Outbox outbox;
    private final EmulatorClock clock;
    private final Ids ids;

    /** The operations. */
    public SandboxOperations(SmsAccounts accounts, Outbox outbox, EmulatorClock clock, Ids ids) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    /** GetSMSSandboxAccountStatus. */
    public GetSMSSandboxAccountStatusResult getSmsSandboxAccountStatus(
            GetSMSSandboxAccountStatusInput input, Call call) {
        return GetSMSSandboxAccountStatusResult.builder().isInSandbox(false).build();
    }

    /** CreateSMSSandboxPhoneNumber: sends the number a code. */
    public CreateSMSSandboxPhoneNumberResult createSmsSandboxPhoneNumber(
            CreateSMSSandboxPhoneNumberInput input, Call call) {
        String number = input.phoneNumber();
        if (!PhoneNumbers.isE164(number)) {
            throw SnsErrors.invalid("PhoneNumber", "input incorrectly formatted");
        }
        SmsAccount account = accounts.in(call.accountId(), call.region());
        if (!account.sandbox().containsKey(number) && account.sandbox().size() >= SnsLimits.SANDBOX_NUMBERS) {
            throw UserErrorException.of("Maximum number of phone numbers in the sandbox reached");
        }
        int drawn = ids.below(CODE_BOUND) + CODE_BOUND;
        String code = String.valueOf(drawn).substring(1);
        account.sandbox().put(number, new SandboxNumber(number, code));
        outbox.keep(
                call.accountId(),
                call.region(),
                new KeptMessage(
                        KeptMessage.Kind.SMS,
                        ids.uuid(),
                        number,
                        null,
                        null,
                        null,
                        "Your AWS verification code is " + code,
                        Map.of(),
                        clock.millis()));
        return CreateSMSSandboxPhoneNumberResult.builder().build();
    }

    /** VerifySMSSandboxPhoneNumber. */
    public VerifySMSSandboxPhoneNumberResult verifySmsSandboxPhoneNumber(
            VerifySMSSandboxPhoneNumberInput input, Call call) {
        SmsAccount account = accounts.in(call.accountId(), call.region());
        SandboxNumber number = account.sandbox().get(input.phoneNumber());
        if (number == null) {
            throw SnsErrors.phoneNumberNotFound();
        }
        if (number.code() != null) {
            if (!number.code().equals(input.oneTimePassword())) {
                throw VerificationException.builder()
                        .message("The one-time password (OTP) used for verification is invalid.")
                        .status("Pending")
                        .build();
            }
            account.sandbox().put(number.number(), new SandboxNumber(number.number(), null));
        }
        return VerifySMSSandboxPhoneNumberResult.builder().build();
    }

    /** DeleteSMSSandboxPhoneNumber. */
    public DeleteSMSSandboxPhoneNumberResult deleteSmsSandboxPhoneNumber(
            DeleteSMSSandboxPhoneNumberInput input, Call call) {
        SmsAccount account = accounts.in(call.accountId(), call.region());
        if (account.sandbox().remove(input.phoneNumber()) == null) {
            throw SnsErrors.phoneNumberNotFound();
        }
        return DeleteSMSSandboxPhoneNumberResult.builder().build();
    }

    /** ListSMSSandboxPhoneNumbers. */
    public ListSMSSandboxPhoneNumbersResult listSmsSandboxPhoneNumbers(
            ListSMSSandboxPhoneNumbersInput input, Call call) {
        int max = Objects.requireNonNullElse(input.maxResults(), SnsLimits.PAGE);
        Paging<SandboxNumber> page =
                Paging.of(accounts.in(call.accountId(), call.region()).sandbox(), "sandbox", input.nextToken(), max);
        List<SMSSandboxPhoneNumber> listed = new ArrayList<>();
        for (SandboxNumber number : page.elements()) {
            listed.add(SMSSandboxPhoneNumber.builder()
                    .phoneNumber(number.number())
                    .status(number.code() == null ? "Verified" : "Pending")
                    .build());
        }
        return ListSMSSandboxPhoneNumbersResult.builder()
                .phoneNumbers(listed)
                .nextToken(page.nextToken())
                .build();
    }
}
