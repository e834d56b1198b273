package io.vaportrail.sns.platform;

import io.vaportrail.core.state.Regional;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.store.SnsArn;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** All platform applications, by account and region. */
public final class Platforms {
    private static final String APPLICATION = "PlatformApplicationArn";
    private static final int APPLICATION_SLASHES = 2;
    private static final int ENDPOINT_SLASHES = 3;

    private final Regional<ConcurrentSkipListMap<String, PlatformApplication>> regions =
            new Regional<>((account, region) -> new ConcurrentSkipListMap<>());

    /** The applications of an account in a region, by ARN. */
    ConcurrentSkipListMap<String, PlatformApplication> in(String accountId, String region) {
        return regions.in(accountId, region);
    }

    /** The application of an ARN, or {@code null}. */
    @Nullable PlatformApplication findApplication(String text) {
        SnsArn arn = parse(text, APPLICATION, "app/", APPLICATION_SLASHES);
        ConcurrentSkipListMap<String, PlatformApplication> region = regions.peek(arn.accountId(), arn.region());
        return region == null ? null : region.get(arn.toString());
    }

    /**
     * The application of an ARN.
     *
     * @throws io.vaportrail.schema.ServiceException when there is none
     */
    PlatformApplication application(String text) {
        PlatformApplication application = findApplication(text);
        if (application == null) {
            throw SnsErrors.applicationNotFound();
        }
        return application;
    }

    /** The endpoint of an ARN, or {@code null}. */
    public @Nullable PlatformEndpoint findEndpoint(String text) {
        SnsArn arn = parse(text, "EndpointArn", "endpoint/", ENDPOINT_SLASHES);
        String application =
                arn.resource().substring("endpoint".length(), arn.resource().lastIndexOf('/'));
        ConcurrentSkipListMap<String, PlatformApplication> region = regions.peek(arn.accountId(), arn.region());
        if (region == null) {
            return null;
        }
        PlatformApplication found = region.get(
                new SnsArn(arn.partition(), arn.service(), arn.region(), arn.accountId(), "app" + application)
                        .toString());
        return found == null ? null : found.endpoints().get(arn.toString());
    }

    /**
     * The endpoint of an ARN.
     *
     * @throws io.vaportrail.schema.ServiceException when there is none
     */
    PlatformEndpoint endpoint(String text) {
        PlatformEndpoint endpoint = findEndpoint(text);
        if (endpoint == null) {
            throw SnsErrors.endpointNotFound();
        }
        return endpoint;
    }

    private static SnsArn parse(String text, String parameter, String prefix, int slashes) {
        SnsArn arn = SnsArn.parse(text, parameter);
        if (arn.resource().chars().filter(c -> c == '/').count() != slashes) {
            throw SnsErrors.invalid(parameter, "Wrong number of slashes in relative portion of the ARN.");
        }
        if (!arn.service().equals("sns") || !arn.resource().startsWith(prefix)) {
            throw SnsErrors.invalid(parameter);
        }
        return arn;
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        regions.remove(accountId);
    }
}
