package io.vaportrail.identity.iam.credential;

import io.vaportrail.identity.store.PasswordPolicy;
import io.vaportrail.model.iam.PasswordPolicyViolationException;
import io.vaportrail.schema.ServiceException;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is demanded of passwords. AWS's sentences for each demand are not documented.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html">Password policy</a>
 */
final class Passwords {
    private static final int DEFAULT_LENGTH = 8;
    private static final int DEFAULT_KINDS = 3;

    private Passwords() {}

    /** Refuses a password that the account's policy, or AWS's own where it has none, does not admit. */
    static void check(String password, @Nullable PasswordPolicy policy) {
        int minimum = policy == null ? DEFAULT_LENGTH : policy.minimumPasswordLength();
        if (password.length() < minimum) {
            throw violation("Password should have a minimum length of " + minimum);
        }
        boolean upper = has(password, c -> c >= 'A' && c <= 'Z');
        boolean lower = has(password, c -> c >= 'a' && c <= 'z');
        boolean number = has(password, c -> c >= '0' && c <= '9');
        boolean symbol = has(password, c -> "!@#$%^&*()_+-=[]{}|'".indexOf(c) >= 0);
        if (policy == null) {
            int kinds = (upper ? 1 : 0) + (lower ? 1 : 0) + (number ? 1 : 0) + (symbol ? 1 : 0);
            if (kinds < DEFAULT_KINDS) {
                throw violation("Password should have at least three of uppercase letters, lowercase letters, numbers,"
                        + " and non-alphanumeric characters");
            }
            return;
        }
        demand(policy.requireUppercaseCharacters(), upper, "uppercase letter");
        demand(policy.requireLowercaseCharacters(), lower, "lowercase letter");
        demand(policy.requireNumbers(), number, "number");
        demand(policy.requireSymbols(), symbol, "symbol");
    }

    /** What is answered to a password that the policy wants to be another one. */
    static ServiceException reused() {
        return violation("Policy constraint violation with password reuse prevention during password change.");
    }

    private static void demand(boolean required, boolean given, String what) {
        if (required && !given) {
            throw violation("Password should have at least one " + what);
        }
    }

    private static boolean has(String password, IntPredicate kind) {
        return password.chars().anyMatch(kind);
    }

    private static ServiceException violation(String message) {
        return PasswordPolicyViolationException.of(message);
    }
}
