package io.vaportrail.logs.delivery;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.state.Regional;
import io.vaportrail.logs.group.Paging;
import io.vaportrail.logs.group.ResourceTags;
import io.vaportrail.logs.store.LogArn;
import io.vaportrail.model.logs.DeleteDeliverySourceRequest;
import io.vaportrail.model.logs.DeliverySource;
import io.vaportrail.model.logs.DescribeDeliverySourcesRequest;
import io.vaportrail.model.logs.DescribeDeliverySourcesResponse;
import io.vaportrail.model.logs.GetDeliverySourceRequest;
import io.vaportrail.model.logs.GetDeliverySourceResponse;
import io.vaportrail.model.logs.PutDeliverySourceRequest;
import io.vaportrail.model.logs.PutDeliverySourceResponse;
import io.vaportrail.schema.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PutDeliverySource, GetDeliverySource, DeleteDeliverySource, DescribeDeliverySources. That there is such a resource is not checked.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html">
 *     PutDeliverySource</a>
 */
final class DeliverySources {
    private static final String WHAT = "Delivery Source";
    private static final Pattern ARN = Pattern.compile("arn:[a-z-]+:([a-z0-9-]+):[a-z0-9-]*:(\\d{12})?:.+");

    private final Regional<DeliveryRegion> regions;
    private final ResourceTags tags;

    DeliverySources(Regional<DeliveryRegion> regions, ResourceTags tags) {
        this.regions = regions;
        this.tags = tags;
    }

    private DeliveryRegion of(Call call) {
        return regions.in(call.accountId(), call.region());
    }

    PutDeliverySourceResponse putDeliverySource(PutDeliverySourceRequest input, Call call) {
        Matcher resource = ARN.matcher(input.resourceArn());
        if (!resource.matches()) {
            throw DeliveryErrors.invalid("Invalid resourceArn: " + input.resourceArn());
        }
        DeliveryRegion region = of(call);
        LogArn arn = new LogArn(call.region(), call.accountId(), "delivery-source", input.name());
        DeliverySource made = DeliverySource.builder()
                .name(input.name())
                .arn(arn.toString())
                .resourceArns(List.of(input.resourceArn()))
                .service(resource.group(1))
                .logType(input.logType())
                .deliverySourceConfiguration(input.deliverySourceConfiguration())
                .build();
        synchronized (region) {
            checkConflicts(region, made);
            if (region.sources.size() >= DeliveryRegion.MOST && !region.sources.containsKey(input.name())) {
                throw DeliveryErrors.tooMany("delivery sources");
            }
            tags.add(arn.toString(), input.tags());
            region.sources.put(input.name(), made);
        }
        return PutDeliverySourceResponse.builder().deliverySource(shown(made)).build();
    }

    /** A resource gives logs of one kind to one source, and a source stays with its resource. */
    private static void checkConflicts(DeliveryRegion region, DeliverySource made) {
        for (DeliverySource other : region.sources.values()) {
            boolean sameName = String.valueOf(other.name()).equals(made.name());
            boolean sameLogs = String.valueOf(other.resourceArns()).equals(String.valueOf(made.resourceArns()))
                    && String.valueOf(other.logType()).equals(made.logType());
            if (sameName != sameLogs) {
                throw DeliveryErrors.conflict(
                        sameLogs
                                ? "This ResourceId has already been used in another Delivery Source in this account."
                                : "The delivery source " + made.name()
                                        + " is already of another resource or log type.");
            }
        }
    }

    GetDeliverySourceResponse getDeliverySource(GetDeliverySourceRequest input, Call call) {
        DeliverySource source = of(call).sources.get(input.name());
        if (source == null) {
            throw DeliveryErrors.noSuch(WHAT);
        }
        return GetDeliverySourceResponse.builder().deliverySource(shown(source)).build();
    }

    Unit deleteDeliverySource(DeleteDeliverySourceRequest input, Call call) {
        DeliveryRegion region = of(call);
        synchronized (region) {
            DeliverySource source = region.sources.get(input.name());
            if (source == null) {
                throw DeliveryErrors.noSuch(WHAT);
            }
            boolean used = region.deliveries.values().stream()
                    .anyMatch(delivery -> input.name().equals(delivery.deliverySourceName()));
            if (used) {
                throw DeliveryErrors.conflict("The delivery source " + input.name() + " is used by a delivery.");
            }
            region.sources.remove(input.name());
            tags.remove(String.valueOf(source.arn()));
        }
        return Unit.INSTANCE;
    }

    DescribeDeliverySourcesResponse describeDeliverySources(DescribeDeliverySourcesRequest input, Call call) {
        Paging<DeliverySource> page =
                Paging.of(of(call).sources, source -> true, "delivery-sources", input.nextToken(), input.limit());
        List<DeliverySource> shown = new ArrayList<>();
        for (DeliverySource source : page.elements()) {
            shown.add(shown(source));
        }
        return DescribeDeliverySourcesResponse.builder()
                .deliverySources(shown)
                .nextToken(page.nextToken())
                .build();
    }

    private DeliverySource shown(DeliverySource source) {
        return DeliverySource.builder()
                .name(source.name())
                .arn(source.arn())
                .resourceArns(source.resourceArns())
                .service(source.service())
                .logType(source.logType())
                .deliverySourceConfiguration(source.deliverySourceConfiguration())
                .tags(Deliveries.shownTags(tags, source.arn()))
                .build();
    }
}
