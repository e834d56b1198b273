package io.vaportrail.trail.selector;

import io.vaportrail.model.cloudtrail.DataResource;
import io.vaportrail.model.cloudtrail.EventSelector;
import io.vaportrail.model.cloudtrail.ReadWriteType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What AWS takes as basic event selectors.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html">EventSelector</a>
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DataResource.html">DataResource</a>
 */
final class BasicRules {
    /** Selectors of a trail. */
    static final int MOST_SELECTORS = 5;

    /** Values of all data resources of a trail. */
    static final int MOST_VALUES = 250;

    /** Sources of management events that can be left out. */
    static final Set<String> EXCLUDABLE = Set.of("kms.amazonaws.com", "rdsdata.amazonaws.com");

    private static final Set<String> READ_WRITE =
            Set.of(ReadWriteType.ALL, ReadWriteType.READ_ONLY, ReadWriteType.WRITE_ONLY);

    /** All of a service, or one thing of it (with S3, a bucket and the beginning of a key). */
    private static final Map<String, Pattern> VALUES = Map.of(
            "AWS::S3::Object", Pattern.compile("arn:aws:s3(:::([^*/:]+/[^*]*)?)?"),
            "AWS::Lambda::Function", Pattern.compile("arn:aws:lambda(:[a-z0-9-]+:\\d{12}:function:[\\w-]+)?"),
            "AWS::DynamoDB::Table", Pattern.compile("arn:aws:dynamodb(:[a-z0-9-]+:\\d{12}:table/[\\w.-]+)?"));

    private BasicRules() {}

    static void check(List<EventSelector> selectors) {
        if (selectors.isEmpty() || selectors.size() > MOST_SELECTORS) {
            throw SelectorErrors.number(MOST_SELECTORS);
        }
        int values = 0;
        for (EventSelector selector : selectors) {
            SelectorErrors.demand(
                    READ_WRITE.contains(selector.readWriteType()), "ReadWriteType", selector.readWriteType());
            for (String source : TrailSelectors.orEmpty(selector.excludeManagementEventSources())) {
                SelectorErrors.demand(EXCLUDABLE.contains(source), "ExcludeManagementEventSources", source);
            }
            for (DataResource resource : TrailSelectors.orEmpty(selector.dataResources())) {
                values += checked(resource);
            }
        }
        if (values > MOST_VALUES) {
            throw SelectorErrors.dataResources(MOST_VALUES);
        }
    }

    private static int checked(DataResource resource) {
        Pattern valid = VALUES.get(String.valueOf(resource.type()));
        SelectorErrors.demand(valid != null, "DataResources.Type", resource.type());
        List<String> values = TrailSelectors.orEmpty(resource.values());
        for (String value : values) {
            SelectorErrors.demand(valid != null && valid.matcher(value).matches(), "DataResources.Values", value);
        }
        return values.size();
    }
}
