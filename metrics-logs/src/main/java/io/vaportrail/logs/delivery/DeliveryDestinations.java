package io.vaportrail.logs.delivery;

import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.policy.PolicySyntaxException;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.state.Regional;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.group.Paging;
import io.vaportrail.logs.group.ResourceTags;
import io.vaportrail.logs.store.LogArn;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.model.logs.DeleteDeliveryDestinationPolicyRequest;
import io.vaportrail.model.logs.DeleteDeliveryDestinationRequest;
import io.vaportrail.model.logs.DeliveryDestination;
import io.vaportrail.model.logs.DeliveryDestinationConfiguration;
import io.vaportrail.model.logs.DeliveryDestinationType;
import io.vaportrail.model.logs.DescribeDeliveryDestinationsRequest;
import io.vaportrail.model.logs.DescribeDeliveryDestinationsResponse;
import io.vaportrail.model.logs.GetDeliveryDestinationPolicyRequest;
import io.vaportrail.model.logs.GetDeliveryDestinationPolicyResponse;
import io.vaportrail.model.logs.GetDeliveryDestinationRequest;
import io.vaportrail.model.logs.GetDeliveryDestinationResponse;
import io.vaportrail.model.logs.Policy;
import io.vaportrail.model.logs.PutDeliveryDestinationPolicyRequest;
import io.vaportrail.model.logs.PutDeliveryDestinationPolicyResponse;
import io.vaportrail.model.logs.PutDeliveryDestinationRequest;
import io.vaportrail.model.logs.PutDeliveryDestinationResponse;
import io.vaportrail.schema.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PutDeliveryDestination, GetDeliveryDestination, DeleteDeliveryDestination, DescribeDeliveryDestinations, and the policies of
 * destinations.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliveryDestination.html">
 *     PutDeliveryDestination</a>
 */
final class DeliveryDestinations {
    private static final String WHAT = "Delivery Destination";

    private final Regional<DeliveryRegion> regions;
    private final LogStore store;
    private final ResourceTags tags;

    DeliveryDestinations(Regional<DeliveryRegion> regions, LogStore store, ResourceTags tags) {
        this.regions = regions;
        this.store = store;
        this.tags = tags;
    }

    private DeliveryRegion of(Call call) {
        return regions.in(call.accountId(), call.region());
    }

    PutDeliveryDestinationResponse putDeliveryDestination(PutDeliveryDestinationRequest input, Call call) {
        DeliveryDestinationConfiguration configuration = input.deliveryDestinationConfiguration();
        String type = type(input, configuration);
        DeliveryRegion region = of(call);
        LogArn arn = new LogArn(call.region(), call.accountId(), "delivery-destination", input.name());
        DeliveryDestination made = DeliveryDestination.builder()
                .name(input.name())
                .arn(arn.toString())
                .deliveryDestinationType(type)
                .outputFormat(input.outputFormat())
                .deliveryDestinationConfiguration(configuration)
                .build();
        synchronized (region) {
            DeliveryDestination before = region.destinations.get(input.name());
            if (before != null && !type.equals(before.deliveryDestinationType())) {
                throw DeliveryErrors.conflict(
                        "The delivery destination " + input.name() + " is already of another type.");
            }
            if (before == null && region.destinations.size() >= DeliveryRegion.MOST) {
                throw DeliveryErrors.tooMany("delivery destinations");
            }
            tags.add(arn.toString(), input.tags());
            region.destinations.put(input.name(), made);
        }
        return PutDeliveryDestinationResponse.builder()
                .deliveryDestination(shown(made))
                .build();
    }

    /** The resource says of what type it is; X-Ray alone has none. */
    private String type(PutDeliveryDestinationRequest input, @Nullable DeliveryDestinationConfiguration configuration) {
        String given = input.deliveryDestinationType();
        if (configuration == null) {
            if (DeliveryDestinationType.XRAY.equals(given)) {
                return DeliveryDestinationType.XRAY;
            }
            throw DeliveryErrors.invalid("deliveryDestinationConfiguration is required unless the type is XRAY.");
        }
        String resource = configuration.destinationResourceArn();
        String type = typeOf(resource);
        if (given != null && !given.equals(type)) {
            throw DeliveryErrors.invalid("The destination resource is not of type " + given + ": " + resource);
        }
        LogArn group = LogArn.of(resource);
        if (group != null && store.find(group) == null) {
            throw LogsErrors.noSuchGroup();
        }
        return type;
    }

    private static String typeOf(String resource) {
        String[] parts = resource.split(":", 6);
        String service = parts.length == 6 && parts[0].equals("arn") ? parts[2] : "";
        return switch (service) {
            case "s3" -> DeliveryDestinationType.S3;
            case "logs" -> DeliveryDestinationType.CWL;
            case "firehose" -> DeliveryDestinationType.FH;
            default -> throw DeliveryErrors.invalid("Invalid destinationResourceArn: " + resource);
        };
    }

    private static DeliveryDestination found(DeliveryRegion region, String name) {
        DeliveryDestination destination = region.destinations.get(name);
        if (destination == null) {
            throw DeliveryErrors.noSuch(WHAT);
        }
        return destination;
    }

    GetDeliveryDestinationResponse getDeliveryDestination(GetDeliveryDestinationRequest input, Call call) {
        return GetDeliveryDestinationResponse.builder()
                .deliveryDestination(shown(found(of(call), input.name())))
                .build();
    }

    Unit deleteDeliveryDestination(DeleteDeliveryDestinationRequest input, Call call) {
        DeliveryRegion region = of(call);
        synchronized (region) {
            String arn = String.valueOf(found(region, input.name()).arn());
            if (region.deliveries.values().stream().anyMatch(one -> arn.equals(one.deliveryDestinationArn()))) {
                throw DeliveryErrors.conflict("The delivery destination " + input.name() + " is used by a delivery.");
            }
            region.destinations.remove(input.name());
            region.policies.remove(input.name());
            tags.remove(arn);
        }
        return Unit.INSTANCE;
    }

    DescribeDeliveryDestinationsResponse describeDeliveryDestinations(
            DescribeDeliveryDestinationsRequest input, Call call) {
        Paging<DeliveryDestination> page = Paging.of(
                of(call).destinations, one -> true, "delivery-destinations", input.nextToken(), input.limit());
        List<DeliveryDestination> shown = new ArrayList<>();
        for (DeliveryDestination destination : page.elements()) {
            shown.add(shown(destination));
        }
        return DescribeDeliveryDestinationsResponse.builder()
                .deliveryDestinations(shown)
                .nextToken(page.nextToken())
                .build();
    }

    PutDeliveryDestinationPolicyResponse putDeliveryDestinationPolicy(
            PutDeliveryDestinationPolicyRequest input, Call call) {
        DeliveryRegion region = of(call);
        try {
            PolicyDocument.parse(input.deliveryDestinationPolicy(), PolicyKind.RESOURCE);
        } catch (PolicySyntaxException e) {
            throw DeliveryErrors.invalid("Invalid policy document: " + e.getMessage());
        }
        synchronized (region) {
            found(region, input.deliveryDestinationName());
            region.policies.put(input.deliveryDestinationName(), input.deliveryDestinationPolicy());
        }
        return PutDeliveryDestinationPolicyResponse.builder()
                .policy(policy(input.deliveryDestinationPolicy()))
                .build();
    }

    private static Policy policy(String document) {
        return Policy.builder().deliveryDestinationPolicy(document).build();
    }

    GetDeliveryDestinationPolicyResponse getDeliveryDestinationPolicy(
            GetDeliveryDestinationPolicyRequest input, Call call) {
        found(of(call), input.deliveryDestinationName());
        String document = of(call).policies.get(input.deliveryDestinationName());
        if (document == null) {
            throw DeliveryErrors.noSuch("Delivery Destination Policy");
        }
        return GetDeliveryDestinationPolicyResponse.builder()
                .policy(policy(document))
                .build();
    }

    Unit deleteDeliveryDestinationPolicy(DeleteDeliveryDestinationPolicyRequest input, Call call) {
        found(of(call), input.deliveryDestinationName());
        if (of(call).policies.remove(input.deliveryDestinationName()) == null) {
            throw DeliveryErrors.noSuch("Delivery Destination Policy");
        }
        return Unit.INSTANCE;
    }

    private DeliveryDestination shown(DeliveryDestination destination) {
        return DeliveryDestination.builder()
                .name(destination.name())
                .arn(destination.arn())
                .deliveryDestinationType(destination.deliveryDestinationType())
                .outputFormat(destination.outputFormat())
                .deliveryDestinationConfiguration(destination.deliveryDestinationConfiguration())
                .tags(Deliveries.shownTags(tags, destination.arn()))
                .build();
    }
}
