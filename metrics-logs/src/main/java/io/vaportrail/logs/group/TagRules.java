package io.vaportrail.logs.group;

import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import java.util.Locale;
import java.util.Map;

/**
 * Which tags there may be, beyond what the model says.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TagResource.html">TagResource</a>
 */
final class TagRules {
    private TagRules() {}

    /**
     * All tags of one resource.
     *
     * @throws io.vaportrail.schema.ServiceException when there are too many, or a key is AWS's own
     */
    static Map<String, String> checked(String arn, Map<String, String> tags) {
        for (String key : tags.keySet()) {
            if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
                throw LogsErrors.invalid("Tag keys that start with aws: are reserved: " + key);
            }
        }
        if (tags.size() > LogsLimits.TAGS) {
            throw LogsErrors.tooManyTags(arn);
        }
        return Map.copyOf(tags);
    }
}
