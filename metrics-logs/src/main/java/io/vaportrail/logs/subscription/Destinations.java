package io.vaportrail.logs.subscription;

import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.policy.PolicySyntaxException;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.state.Regional;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.group.Paging;
import io.vaportrail.logs.group.Prefixes;
import io.vaportrail.logs.group.ResourceTags;
import io.vaportrail.logs.store.LogArn;
import io.vaportrail.model.logs.DeleteDestinationRequest;
import io.vaportrail.model.logs.DescribeDestinationsRequest;
import io.vaportrail.model.logs.DescribeDestinationsResponse;
import io.vaportrail.model.logs.Destination;
import io.vaportrail.model.logs.PutDestinationPolicyRequest;
import io.vaportrail.model.logs.PutDestinationRequest;
import io.vaportrail.model.logs.PutDestinationResponse;
import io.vaportrail.schema.Unit;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Destinations, which stand for a Kinesis or Firehose stream of another account.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDestination.html">PutDestination</a>
 */
public final class Destinations {
    private static final String KIND = "destination";

    private final Regional<ConcurrentSkipListMap<String, Destination>> regions =
            new Regional<>((account, region) -> new ConcurrentSkipListMap<>());
    private final ResourceTags tags;
    private final EmulatorClock clock;

    /** No destinations. */
    public Destinations(ResourceTags tags, EmulatorClock clock) {
        this.tags = tags;
        this.clock = clock;
    }

    private ConcurrentSkipListMap<String, Destination> of(Call call) {
        return regions.in(call.accountId(), call.region());
    }

    private @Nullable Destination find(String arn) {
        LogArn parsed = LogArn.of(arn);
        Map<String, Destination> there = parsed == null || !parsed.kind().equals(KIND)
                ? null
                : regions.peek(parsed.accountId(), parsed.region());
        return there == null || parsed == null ? null : there.get(parsed.name());
    }

    /** The stream behind a destination's ARN, or {@code null} when it is no destination's. */
    @Nullable String targetOf(String arn) {
        Destination destination = find(arn);
        return destination == null ? null : destination.targetArn();
    }

    /** The access policy of a destination, or {@code null}. */
    public @Nullable String policyOf(LogArn arn) {
        Destination destination = find(arn.toString());
        return destination == null ? null : destination.accessPolicy();
    }

    /** PutDestination. What was there keeps its policy and its creation time. */
    public PutDestinationResponse putDestination(PutDestinationRequest input, Call call) {
        String target = input.targetArn();
        if (!target.startsWith("arn:") || !target.contains(":kinesis:") && !target.contains(":firehose:")) {
            throw LogsErrors.invalid("Destination target must be a Kinesis stream or a Firehose delivery stream.");
        }
        if (!DestinationType.ROLE.matcher(input.roleArn()).matches()) {
            throw LogsErrors.invalid("Invalid roleArn: " + input.roleArn());
        }
        if (of(call).size() >= LogsLimits.DESTINATIONS && !of(call).containsKey(input.destinationName())) {
            throw LogsErrors.limitExceeded();
        }
        LogArn arn = new LogArn(call.region(), call.accountId(), KIND, input.destinationName());
        Destination made = of(call).compute(input.destinationName(), (name, before) -> Destination.builder()
                .destinationName(name)
                .targetArn(target)
                .roleArn(input.roleArn())
                .accessPolicy(before == null ? null : before.accessPolicy())
                .arn(arn.toString())
                .creationTime(before == null ? Long.valueOf(clock.millis()) : before.creationTime())
                .build());
        tags.add(arn.toString(), input.tags());
        return PutDestinationResponse.builder().destination(made).build();
    }

    /** PutDestinationPolicy. */
    public Unit putDestinationPolicy(PutDestinationPolicyRequest input, Call call) {
        try {
            PolicyDocument.parse(input.accessPolicy(), PolicyKind.RESOURCE);
        } catch (PolicySyntaxException e) {
            throw LogsErrors.invalid("Invalid policy document: " + e.getMessage());
        }
        Destination changed = of(call).computeIfPresent(input.destinationName(), (name, before) -> Destination.builder()
                .destinationName(name)
                .targetArn(before.targetArn())
                .roleArn(before.roleArn())
                .accessPolicy(input.accessPolicy())
                .arn(before.arn())
                .creationTime(before.creationTime())
                .build());
        if (changed == null) {
            throw LogsErrors.notFound("The specified destination does not exist.");
        }
        return Unit.INSTANCE;
    }

    /** DeleteDestination. */
    public Unit deleteDestination(DeleteDestinationRequest input, Call call) {
        Destination removed = of(call).remove(input.destinationName());
        if (removed == null) {
            throw LogsErrors.notFound("The specified destination does not exist.");
        }
        tags.remove(String.valueOf(removed.arn()));
        return Unit.INSTANCE;
    }

    /** DescribeDestinations. */
    public DescribeDestinationsResponse describeDestinations(DescribeDestinationsRequest input, Call call) {
        Paging<Destination> page = Paging.of(
                Prefixes.of(of(call), input.destinationNamePrefix()),
                destination -> true,
                "destinations",
                input.nextToken(),
                input.limit());
        return DescribeDestinationsResponse.builder()
                .destinations(page.elements())
                .nextToken(page.nextToken())
                .build();
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        regions.remove(accountId);
    }
}
