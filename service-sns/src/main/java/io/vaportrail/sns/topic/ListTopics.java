package io.vaportrail.sns.topic;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sns.ListTopicsInput;
import io.vaportrail.model.sns.ListTopicsResponse;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.store.Paging;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.Topics;
import java.util.ArrayList;
import java.util.List;

/**
 * ListTopics, a hundred a page, by name.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_ListTopics.html">ListTopics</a>
 */
public final class ListTopics implements Handler<ListTopicsInput, ListTopicsResponse> {
    private final Topics topics;

    /** The operation. */
    public ListTopics(Topics topics) {
        this.topics = topics;
    }

    @Override
    public ListTopicsResponse handle(ListTopicsInput input, Call call) {
        Paging<Topic> page = Paging.of(
                topics.in(call.accountId(), call.region()).topics(), "topics", input.nextToken(), SnsLimits.PAGE);
        List<io.vaportrail.model.sns.Topic> listed = new ArrayList<>();
        for (Topic topic : page.elements()) {
            listed.add(io.vaportrail.model.sns.Topic.builder()
                    .topicArn(topic.arnText())
                    .build());
        }
        return ListTopicsResponse.builder()
                .topics(listed)
                .nextToken(page.nextToken())
                .build();
    }
}
