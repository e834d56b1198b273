package io.vaportrail.logs.delivery;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.state.Regional;
import io.vaportrail.logs.group.Paging;
import io.vaportrail.logs.group.ResourceTags;
import io.vaportrail.logs.store.LogArn;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.model.logs.CreateDeliveryRequest;
import io.vaportrail.model.logs.CreateDeliveryResponse;
import io.vaportrail.model.logs.DeleteDeliveryRequest;
import io.vaportrail.model.logs.Delivery;
import io.vaportrail.model.logs.DeliveryDestination;
import io.vaportrail.model.logs.DeliveryDestinationType;
import io.vaportrail.model.logs.DeliverySource;
import io.vaportrail.model.logs.DescribeDeliveriesRequest;
import io.vaportrail.model.logs.DescribeDeliveriesResponse;
import io.vaportrail.model.logs.GetDeliveryRequest;
import io.vaportrail.model.logs.GetDeliveryResponse;
import io.vaportrail.model.logs.LogsService;
import io.vaportrail.model.logs.S3DeliveryConfiguration;
import io.vaportrail.model.logs.UpdateDeliveryConfigurationRequest;
import io.vaportrail.model.logs.UpdateDeliveryConfigurationResponse;
import io.vaportrail.schema.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CreateDelivery, GetDelivery, DescribeDeliveries, UpdateDeliveryConfiguration, DeleteDelivery. None of the services that vend logs is
 * part of the emulator, so that a delivery has nothing to deliver; what is set up can be read back.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateDelivery.html">CreateDelivery</a>
 */
public final class Deliveries {
    private static final String WHAT = "Delivery";
    private static final int ID_LENGTH = 16;

    private final Regional<DeliveryRegion> regions = new Regional<>((account, region) -> new DeliveryRegion());
    private final DeliverySources sources;
    private final DeliveryDestinations destinations;
    private final ResourceTags tags;
    private final Ids ids;

    /** Nothing is set up. */
    public Deliveries(LogStore store, ResourceTags tags, Ids ids) {
        this.sources = new DeliverySources(regions, tags);
        this.destinations = new DeliveryDestinations(regions, store, tags);
        this.tags = tags;
        this.ids = ids;
    }

    /** Registers all operations of sources, destinations and deliveries. */
    public void register(OperationRegistry operations) {
        operations
                .inline(LogsService.PUT_DELIVERY_SOURCE, sources::putDeliverySource)
                .inline(LogsService.GET_DELIVERY_SOURCE, sources::getDeliverySource)
                .inline(LogsService.DELETE_DELIVERY_SOURCE, sources::deleteDeliverySource)
                .inline(LogsService.DESCRIBE_DELIVERY_SOURCES, sources::describeDeliverySources)
                .inline(LogsService.PUT_DELIVERY_DESTINATION, destinations::putDeliveryDestination)
                .inline(LogsService.GET_DELIVERY_DESTINATION, destinations::getDeliveryDestination)
                .inline(LogsService.DELETE_DELIVERY_DESTINATION, destinations::deleteDeliveryDestination)
                .inline(LogsService.DESCRIBE_DELIVERY_DESTINATIONS, destinations::describeDeliveryDestinations)
                .inline(LogsService.PUT_DELIVERY_DESTINATION_POLICY, destinations::putDeliveryDestinationPolicy)
                .inline(LogsService.GET_DELIVERY_DESTINATION_POLICY, destinations::getDeliveryDestinationPolicy)
                .inline(LogsService.DELETE_DELIVERY_DESTINATION_POLICY, destinations::deleteDeliveryDestinationPolicy)
                .inline(LogsService.CREATE_DELIVERY, this::createDelivery)
                .inline(LogsService.GET_DELIVERY, this::getDelivery)
                .inline(LogsService.DESCRIBE_DELIVERIES, this::describeDeliveries)
                .inline(LogsService.UPDATE_DELIVERY_CONFIGURATION, this::updateDeliveryConfiguration)
                .inline(LogsService.DELETE_DELIVERY, this::deleteDelivery);
    }

    private CreateDeliveryResponse createDelivery(CreateDeliveryRequest input, Call call) {
        DeliveryRegion region = regions.in(call.accountId(), call.region());
        synchronized (region) {
            DeliverySource source = region.sources.get(input.deliverySourceName());
            if (source == null) {
                throw DeliveryErrors.noSuch("Delivery Source");
            }
            DeliveryDestination destination = destination(region, input.deliveryDestinationArn());
            String type = destination.deliveryDestinationType();
            for (Delivery other : region.deliveries.values()) {
                if (input.deliverySourceName().equals(other.deliverySourceName())
                        && input.deliveryDestinationArn().equals(other.deliveryDestinationArn())) {
                    throw DeliveryErrors.conflict("Delivery already exists with id '" + other.id() + "'");
                }
            }
            if (region.deliveries.size() >= DeliveryRegion.MOST) {
                throw DeliveryErrors.tooMany("deliveries");
            }
            S3DeliveryConfiguration s3 = input.s3DeliveryConfiguration();
            checkS3(type, s3);
            String id = ids.alphanumeric(ID_LENGTH);
            LogArn arn = new LogArn(call.region(), call.accountId(), "delivery", id);
            Delivery made = Delivery.builder()
                    .id(id)
                    .arn(arn.toString())
                    .deliverySourceName(input.deliverySourceName())
                    .deliveryDestinationArn(input.deliveryDestinationArn())
                    .deliveryDestinationType(type)
                    .recordFields(
                            input.recordFields() == null ? DeliveryDefaults.recordFields(source) : input.recordFields())
                    .fieldDelimiter(input.fieldDelimiter())
                    .s3DeliveryConfiguration(s3 == null ? DeliveryDefaults.s3(source, type) : s3)
                    .build();
            tags.add(arn.toString(), input.tags());
            region.deliveries.put(id, made);
            return CreateDeliveryResponse.builder().delivery(shown(made)).build();
        }
    }

    private static DeliveryDestination destination(DeliveryRegion region, String arn) {
        for (DeliveryDestination destination : region.destinations.values()) {
            if (arn.equals(destination.arn())) {
                return destination;
            }
        }
        throw DeliveryErrors.noSuch("Delivery Destination");
    }

    private static void checkS3(@Nullable String type, @Nullable S3DeliveryConfiguration s3) {
        if (s3 != null && !DeliveryDestinationType.S3.equals(type)) {
            throw DeliveryErrors.invalid("s3DeliveryConfiguration can only be used with a destination of type S3.");
        }
    }

    private static Delivery found(DeliveryRegion region, String id) {
        Delivery delivery = region.deliveries.get(id);
        if (delivery == null) {
            throw DeliveryErrors.noSuch(WHAT);
        }
        return delivery;
    }

    private GetDeliveryResponse getDelivery(GetDeliveryRequest input, Call call) {
        Delivery delivery = found(regions.in(call.accountId(), call.region()), input.id());
        return GetDeliveryResponse.builder().delivery(shown(delivery)).build();
    }

    private DescribeDeliveriesResponse describeDeliveries(DescribeDeliveriesRequest input, Call call) {
        Paging<Delivery> page = Paging.of(
                regions.in(call.accountId(), call.region()).deliveries,
                delivery -> true,
                "deliveries",
                input.nextToken(),
                input.limit());
        List<Delivery> shown = new ArrayList<>();
        for (Delivery delivery : page.elements()) {
            shown.add(shown(delivery));
        }
        return DescribeDeliveriesResponse.builder()
                .deliveries(shown)
                .nextToken(page.nextToken())
                .build();
    }

    private UpdateDeliveryConfigurationResponse updateDeliveryConfiguration(
            UpdateDeliveryConfigurationRequest input, Call call) {
        DeliveryRegion region = regions.in(call.accountId(), call.region());
        synchronized (region) {
            Delivery before = found(region, input.id());
            checkS3(before.deliveryDestinationType(), input.s3DeliveryConfiguration());
            Delivery changed = Delivery.builder()
                    .id(before.id())
                    .arn(before.arn())
                    .deliverySourceName(before.deliverySourceName())
                    .deliveryDestinationArn(before.deliveryDestinationArn())
                    .deliveryDestinationType(before.deliveryDestinationType())
                    .recordFields(input.recordFields() == null ? before.recordFields() : input.recordFields())
                    .fieldDelimiter(input.fieldDelimiter() == null ? before.fieldDelimiter() : input.fieldDelimiter())
                    .s3DeliveryConfiguration(
                            input.s3DeliveryConfiguration() == null
                                    ? before.s3DeliveryConfiguration()
                                    : input.s3DeliveryConfiguration())
                    .build();
            region.deliveries.put(input.id(), changed);
        }
        return UpdateDeliveryConfigurationResponse.builder().build();
    }

    private Unit deleteDelivery(DeleteDeliveryRequest input, Call call) {
        DeliveryRegion region = regions.in(call.accountId(), call.region());
        synchronized (region) {
            Delivery delivery = found(region, input.id());
            region.deliveries.remove(input.id());
            tags.remove(String.valueOf(delivery.arn()));
        }
        return Unit.INSTANCE;
    }

    private Delivery shown(Delivery delivery) {
        return Delivery.builder()
                .id(delivery.id())
                .arn(delivery.arn())
                .deliverySourceName(delivery.deliverySourceName())
                .deliveryDestinationArn(delivery.deliveryDestinationArn())
                .deliveryDestinationType(delivery.deliveryDestinationType())
                .recordFields(delivery.recordFields())
                .fieldDelimiter(delivery.fieldDelimiter())
                .s3DeliveryConfiguration(delivery.s3DeliveryConfiguration())
                .tags(shownTags(tags, delivery.arn()))
                .build();
    }

    /** Tags, or {@code null} when there are none. */
    static @Nullable Map<String, String> shownTags(ResourceTags all, @Nullable String arn) {
        Map<String, String> tags = arn == null ? null : all.of(arn);
        return tags == null || tags.isEmpty() ? null : tags;
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        regions.remove(accountId);
    }
}
