package io.vaportrail.sns.platform;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.sns.DeletePlatformApplicationInput;
import io.vaportrail.model.sns.GetPlatformApplicationAttributesInput;
import io.vaportrail.model.sns.GetPlatformApplicationAttributesResponse;
import io.vaportrail.model.sns.ListEndpointsByPlatformApplicationInput;
import io.vaportrail.model.sns.ListEndpointsByPlatformApplicationResponse;
import io.vaportrail.model.sns.ListPlatformApplicationsInput;
import io.vaportrail.model.sns.ListPlatformApplicationsResponse;
import io.vaportrail.model.sns.SetPlatformApplicationAttributesInput;
import io.vaportrail.schema.Unit;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.store.Paging;
import java.util.ArrayList;
import java.util.List;

/**
 * The other operations on platform applications, one method each.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-mobile-application-as-subscriber.html">Mobile push notifications</a>
 */
public final class ApplicationOperations {
    private final Platforms platforms;

    /** The operations. */
    public ApplicationOperations(Platforms platforms) {
        this.platforms = platforms;
    }

    /** GetPlatformApplicationAttributes. */
    public GetPlatformApplicationAttributesResponse getPlatformApplicationAttributes(
            GetPlatformApplicationAttributesInput input, Call call) {
        return GetPlatformApplicationAttributesResponse.builder()
                .attributes(
                        platforms.application(input.platformApplicationArn()).attributes())
                .build();
    }

    /** SetPlatformApplicationAttributes. */
    public Unit setPlatformApplicationAttributes(SetPlatformApplicationAttributesInput input, Call call) {
        PlatformApplication application = platforms.application(input.platformApplicationArn());
        PlatformAttributes.checkApplication(application.platform(), input.attributes(), false);
        application.attributes(PlatformAttributes.merged(application.attributes(), input.attributes()));
        return Unit.INSTANCE;
    }

    /** DeletePlatformApplication; its endpoints go with it, and one that is gone is deleted again without complaint. */
    public Unit deletePlatformApplication(DeletePlatformApplicationInput input, Call call) {
        PlatformApplication application = platforms.findApplication(input.platformApplicationArn());
        if (application != null) {
            platforms
                    .in(application.arn().accountId(), application.arn().region())
                    .remove(application.arn().toString(), application);
        }
        return Unit.INSTANCE;
    }

    /** ListPlatformApplications, a hundred a page. */
    public ListPlatformApplicationsResponse listPlatformApplications(ListPlatformApplicationsInput input, Call call) {
        Paging<PlatformApplication> page = Paging.of(
                platforms.in(call.accountId(), call.region()), "applications", input.nextToken(), SnsLimits.PAGE);
        List<io.vaportrail.model.sns.PlatformApplication> listed = new ArrayList<>();
        for (PlatformApplication application : page.elements()) {
            listed.add(io.vaportrail.model.sns.PlatformApplication.builder()
                    .platformApplicationArn(application.arn().toString())
                    .attributes(application.attributes())
                    .build());
        }
        return ListPlatformApplicationsResponse.builder()
                .platformApplications(listed)
                .nextToken(page.nextToken())
                .build();
    }

    /** ListEndpointsByPlatformApplication, a hundred a page. */
    public ListEndpointsByPlatformApplicationResponse listEndpointsByPlatformApplication(
            ListEndpointsByPlatformApplicationInput input, Call call) {
        PlatformApplication application = platforms.application(input.platformApplicationArn());
        Paging<PlatformEndpoint> page =
                Paging.of(application.endpoints(), application.arn().toString(), input.nextToken(), SnsLimits.PAGE);
        List<io.vaportrail.model.sns.Endpoint> listed = new ArrayList<>();
        for (PlatformEndpoint endpoint : page.elements()) {
            listed.add(io.vaportrail.model.sns.Endpoint.builder()
                    .endpointArn(endpoint.arn())
                    .attributes(endpoint.attributes())
                    .build());
        }
        return ListEndpointsByPlatformApplicationResponse.builder()
                .endpoints(listed)
                .nextToken(page.nextToken())
                .build();
    }
}
