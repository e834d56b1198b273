package io.vaportrail.identity.iam.account;

import io.vaportrail.identity.store.AccessKey;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.LoginProfile;
import io.vaportrail.identity.store.MfaDevice;
import io.vaportrail.identity.store.User;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * A credential report: a line for the root of the account and one for each user.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html#id_credentials_understanding_the_report_format">Report
 *     format</a>
 */
final class CredentialReportText {
    private static final String HEADER = "user,arn,user_creation_time,password_enabled,password_last_used,"
            + "password_last_changed,password_next_rotation,mfa_active,"
            + "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,"
            + "access_key_1_last_used_service,"
            + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,"
            + "access_key_2_last_used_service,"
            + "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+00:00'").withZone(ZoneOffset.UTC);
    private static final String NONE = "N/A";
    private static final int KEYS = 2;

    private CredentialReportText() {}

    static String of(AccountIdentities account) {
        StringBuilder text = new StringBuilder(HEADER);
        text.append('\n').append(String.join(",", root(account)));
        for (User user : account.users().all()) {
            text.append('\n').append(String.join(",", line(account, user)));
        }
        return text.toString();
    }

    private static List<String> root(AccountIdentities account) {
        List<String> line = new ArrayList<>(List.of(
                "<root_account>",
                "arn:aws:iam::" + account.accountId() + ":root",
                DATE.format(RootUser.CREATED),
                "not_supported",
                "no_information",
                "not_supported",
                "not_supported",
                "false"));
        addKeys(line, List.of());
        return line;
    }

    private static List<String> line(AccountIdentities account, User user) {
        LoginProfile profile = user.loginProfile();
        List<String> line = new ArrayList<>(List.of(user.name(), user.arn(), date(user.createDate())));
        line.add(String.valueOf(profile != null));
        line.add(profile == null ? NONE : "no_information");
        line.add(profile == null ? NONE : date(profile.createDate()));
        line.add(NONE);
        line.add(String.valueOf(hasMfa(account, user)));
        addKeys(line, user.accessKeys());
        return line;
    }

    private static void addKeys(List<String> line, List<AccessKey> keys) {
        for (int i = 0; i < KEYS; i++) {
            if (i >= keys.size()) {
                line.addAll(List.of("false", NONE, NONE, NONE, NONE));
                continue;
            }
            AccessKey key = keys.get(i);
            AccessKey.LastUse use = key.lastUse();
            line.add(String.valueOf(key.active()));
            line.add(date(key.createDate()));
            line.add(use == null ? NONE : date(use.date()));
            line.add(use == null ? NONE : use.region());
            line.add(use == null ? NONE : use.serviceName());
        }
        line.addAll(List.of("false", NONE, "false", NONE));
    }

    private static boolean hasMfa(AccountIdentities account, User user) {
        for (MfaDevice device : account.mfaDevices().values()) {
            MfaDevice.Assignment assignment = device.assignment();
            if (assignment != null && assignment.user() == user) {
                return true;
            }
        }
        return false;
    }

    private static String date(Instant instant) {
        return DATE.format(instant);
    }
}
