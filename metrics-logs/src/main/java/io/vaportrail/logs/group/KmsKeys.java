package io.vaportrail.logs.group;

import io.vaportrail.logs.LogsErrors;
import java.util.regex.Pattern;

/** The keys that log groups are said to be encrypted with. That there is such a key is not checked, and nothing is encrypted. */
public final class KmsKeys {
    private static final Pattern ARN =
            Pattern.compile("arn:[a-z-]+:kms:[a-z0-9-]+:\\d{12}:(key/[A-Za-z0-9-]+|alias/[A-Za-z0-9/_-]+)");

    private KmsKeys() {}

    /**
     * The ARN, if it can be a key's.
     *
     * @throws io.vaportrail.schema.ServiceException when it cannot
     */
    public static String checked(String arn) {
        if (!ARN.matcher(arn).matches()) {
            throw LogsErrors.invalid("Invalid ARN for KMS key: " + arn);
        }
        return arn;
    }
}
