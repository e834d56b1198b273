package io.vaportrail.trail.store;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.core.service.Call;
import java.util.ArrayList;
import java.util.List;

/**
 * Who gets a record of a call besides the account that made it: the owners of the resources that it touched, and whom the service
 * names. A call that is denied touches nothing, and leaves its record with the caller alone.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">sharedEventID
 *     in CloudTrail's records</a>
 */
final class Recipients {
    private static final int DIGITS = 12;
    private static final int COLONS_BEFORE_ACCOUNT = 4;

    private Recipients() {}

    /** The accounts besides the caller's; mostly none. */
    static List<String> besidesCaller(Call call) {
        String own = call.recordedCaller().accountId();
        List<String> others = List.of();
        List<AuditScope.Resource> resources = call.audit().resources();
        for (int i = 0; i < resources.size(); i++) {
            others = with(others, owner(resources.get(i), own), own);
        }
        List<String> named = call.audit().sharedWith();
        for (int i = 0; i < named.size(); i++) {
            others = with(others, named.get(i), own);
        }
        return others;
    }

    private static List<String> with(List<String> others, String account, String own) {
        if (account.length() != DIGITS || account.equals(own) || others.contains(account)) {
            return others;
        }
        List<String> more = others.isEmpty() ? new ArrayList<>(2) : others;
        more.add(account);
        return more;
    }

    /** The account in the ARN unless one is stated; {@code own} where the ARN names none, or that one. */
    private static String owner(AuditScope.Resource resource, String own) {
        if (!resource.accountId().isEmpty()) {
            return resource.accountId();
        }
        String arn = resource.arn();
        int start = 0;
        for (int colons = 0; colons < COLONS_BEFORE_ACCOUNT; colons++) {
            start = arn.indexOf(':', start) + 1;
            if (start == 0) {
                return own;
            }
        }
        int end = start + DIGITS;
        boolean hasAccount = arn.length() > end && arn.charAt(end) == ':' && Character.isDigit(arn.charAt(start));
        return !hasAccount || arn.startsWith(own, start) ? own : arn.substring(start, end);
    }
}
