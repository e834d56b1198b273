package io.vaportrail.events.tag;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.store.Buses;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.events.store.EventsArn;
import io.vaportrail.events.store.Rule;
import io.vaportrail.model.events.EventsService;
import io.vaportrail.model.events.ListTagsForResourceRequest;
import io.vaportrail.model.events.ListTagsForResourceResponse;
import io.vaportrail.model.events.Tag;
import io.vaportrail.model.events.TagResourceRequest;
import io.vaportrail.model.events.TagResourceResponse;
import io.vaportrail.model.events.UntagResourceRequest;
import io.vaportrail.model.events.UntagResourceResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * TagResource, UntagResource, ListTagsForResource.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-tagging.html">Tagging EventBridge resources</a>
 */
public final class TagOperations {
    private final Buses buses;

    /** Operations on the tags of these. */
    public TagOperations(Buses buses) {
        this.buses = buses;
    }

    /** Registers them. */
    public void register(OperationRegistry operations) {
        operations
                .inline(EventsService.TAG_RESOURCE, this::tagResource)
                .inline(EventsService.UNTAG_RESOURCE, this::untagResource)
                .inline(EventsService.LIST_TAGS_FOR_RESOURCE, this::listTagsForResource);
    }

    /** A bus or a rule as far as its tags go. */
    private interface Tagged {
        Map<String, String> tags();

        void change(UnaryOperator<Map<String, String>> change);
    }

    private TagResourceResponse tagResource(TagResourceRequest input, Call call) {
        find(input.resourceARN()).change(tags -> TagRules.merged(tags, input.tags()));
        return TagResourceResponse.builder().build();
    }

    /** Keys that are not there are no mistake. */
    private UntagResourceResponse untagResource(UntagResourceRequest input, Call call) {
        find(input.resourceARN()).change(tags -> {
            Map<String, String> left = new TreeMap<>(tags);
            input.tagKeys().forEach(left::remove);
            return left;
        });
        return UntagResourceResponse.builder().build();
    }

    private ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest input, Call call) {
        List<Tag> tags = new ArrayList<>();
        find(input.resourceARN())
                .tags()
                .forEach((key, value) ->
                        tags.add(Tag.builder().key(key).value(value).build()));
        return ListTagsForResourceResponse.builder().tags(tags).build();
    }

    private Tagged find(String text) {
        EventsArn arn = EventsArn.of(text);
        if (arn == null || !arn.service().equals("events")) {
            throw EventsErrors.invalid(text, "Provided Arn is not in correct format.");
        }
        if (arn.busName() != null) {
            return tagged(buses.get(text, arn.accountId(), arn.region()));
        }
        Rule rule = buses.findRule(arn);
        if (rule != null) {
            return tagged(rule);
        }
        if (!arn.resource().startsWith("rule/")) {
            throw EventsErrors.invalid(text, "Provided Arn is not in correct format.");
        }
        String path = arn.resource().substring("rule/".length());
        int slash = path.lastIndexOf('/');
        String bus = slash < 0 ? EventBus.DEFAULT : path.substring(0, slash);
        throw EventsErrors.ruleNotFound(path.substring(slash + 1), bus);
    }

    private Tagged tagged(EventBus bus) {
        return new Tagged() {
            @Override
            public Map<String, String> tags() {
                return bus.settings().tags();
            }

            @Override
            public void change(UnaryOperator<Map<String, String>> change) {
                bus.change(settings -> settings.withTags(change.apply(settings.tags())));
                buses.report(bus);
            }
        };
    }

    private Tagged tagged(Rule rule) {
        return new Tagged() {
            @Override
            public Map<String, String> tags() {
                return rule.tags();
            }

            @Override
            public void change(UnaryOperator<Map<String, String>> change) {
                rule.changeTags(change);
                buses.report(rule);
            }
        };
    }
}
