package io.vaportrail.identity.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * That a user has a password.
 *
 * @param createDate when the password was first set
 * @param passwordResetRequired whether the next sign-in must change it
 * @param passwords the password, then those before it, as far as a policy may ask for them; hashed
 */
public record LoginProfile(Instant createDate, boolean passwordResetRequired, List<PasswordHash> passwords) {
    /** How many former passwords a <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html">policy can ask for</a>. */
    private static final int REMEMBERED = 24;

    /** Copies the passwords. */
    public LoginProfile {
        passwords = List.copyOf(passwords);
    }

    /** Whether this is the password. */
    public boolean isPassword(String password) {
        return passwords.get(0).matches(password);
    }

    /** Whether this is one of the last so many passwords. */
    public boolean wasPassword(String password, int last) {
        for (PasswordHash former : passwords.subList(0, Math.min(last, passwords.size()))) {
            if (former.matches(password)) {
                return true;
            }
        }
        return false;
    }

    /** The same with another password. */
    public LoginProfile withPassword(PasswordHash password) {
        List<PasswordHash> all = new ArrayList<>(passwords.size() + 1);
        all.add(password);
        all.addAll(passwords.subList(0, Math.min(REMEMBERED - 1, passwords.size())));
        return new LoginProfile(createDate, passwordResetRequired, all);
    }

    /** The same, to be changed at the next sign-in or not. */
    public LoginProfile withPasswordResetRequired(boolean required) {
        return new LoginProfile(createDate, required, passwords);
    }
}
