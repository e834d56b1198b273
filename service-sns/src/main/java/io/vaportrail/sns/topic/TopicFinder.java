package io.vaportrail.sns.topic;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.store.SnsArn;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.Topics;

/** Finds the topic that a caller names. A topic is reached in its own region alone. */
public final class TopicFinder {
    private final Topics topics;

    /** A finder among these topics. */
    public TopicFinder(Topics topics) {
        this.topics = topics;
    }

    /**
     * The topic of {@code TopicArn}.
     *
     * @throws io.vaportrail.schema.ServiceException when the ARN is none of a topic, or of another region, or there is no topic
     */
    public Topic find(String arn, Call call) {
        return topics.get(parse(arn, "TopicArn", call));
    }

    /** The same, for another parameter. */
    public Topic find(String arn, String parameter, Call call) {
        return topics.get(parse(arn, parameter, call));
    }

    /** Reads a topic's ARN; whether there is such a topic is another matter. */
    public static SnsArn parse(String text, String parameter, Call call) {
        SnsArn arn = SnsArn.parse(text, parameter);
        boolean elsewhere = isBound(call.caller()) && !arn.region().equals(call.region());
        if (!arn.service().equals("sns") || elsewhere || arn.resource().indexOf(':') >= 0) {
            throw SnsErrors.invalid(parameter);
        }
        return arn;
    }

    /** Links are followed unsigned and so name no region; services deliver across regions. */
    private static boolean isBound(Caller caller) {
        return caller.type() != Caller.Type.ANONYMOUS && caller.type() != Caller.Type.AWS_SERVICE;
    }
}
