package io.vaportrail.sns.platform;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import io.vaportrail.model.sns.CreateEndpointResponse;
import io.vaportrail.model.sns.CreatePlatformEndpointInput;
import io.vaportrail.model.sns.DeleteEndpointInput;
import io.vaportrail.model.sns.GetEndpointAttributesInput;
import io.vaportrail.model.sns.GetEndpointAttributesResponse;
import io.vaportrail.model.sns.SetEndpointAttributesInput;
import io.vaportrail.schema.Unit;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.store.SnsArn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The operations on the endpoints of devices, one method each.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/mobile-platform-endpoint.html">Platform endpoints</a>
 */
public final class EndpointOperations {
    private final Platforms platforms;
    private final Ids ids;

    /** The operations. */
    public EndpointOperations(Platforms platforms, Ids ids) {
        this.platforms = platforms;
        this.ids = ids;
    }

    /** CreatePlatformEndpoint; the endpoint of a token is created again as long as its attributes are the same. */
    public CreateEndpointResponse createPlatformEndpoint(CreatePlatformEndpointInput input, Call call) {
        PlatformApplication application = platforms.application(input.platformApplicationArn());
        if (input.token().isEmpty()) {
            throw SnsErrors.invalid("Token", "An empty token is not valid");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(PlatformAttributes.ENABLED, "true");
        attributes.put(PlatformAttributes.TOKEN, input.token());
        if (input.customUserData() != null) {
            attributes.put(PlatformAttributes.USER_DATA, input.customUserData());
        }
        attributes.putAll(Objects.requireNonNullElse(input.attributes(), Map.of()));
        PlatformAttributes.checkEndpoint(attributes);
        return CreateEndpointResponse.builder()
                .endpointArn(create(application, input.token(), attributes).arn())
                .build();
    }

    private PlatformEndpoint create(PlatformApplication application, String token, Map<String, String> attributes) {
        synchronized (application) {
            for (PlatformEndpoint existing : application.endpoints().values()) {
                if (token.equals(existing.attributes().get(PlatformAttributes.TOKEN))) {
                    if (!existing.attributes().equals(attributes)) {
                        throw SnsErrors.invalid(
                                "Token",
                                "Endpoint " + existing.arn()
                                        + " already exists with the same Token, but different attributes.");
                    }
                    return existing;
                }
            }
            SnsArn of = application.arn();
            String resource = "endpoint" + of.resource().substring("app".length()) + "/" + ids.uuid();
            String arn = new SnsArn(of.partition(), of.service(), of.region(), of.accountId(), resource).toString();
            PlatformEndpoint endpoint = new PlatformEndpoint(application, arn, attributes);
            application.endpoints().put(arn, endpoint);
            return endpoint;
        }
    }

    /** GetEndpointAttributes. */
    public GetEndpointAttributesResponse getEndpointAttributes(GetEndpointAttributesInput input, Call call) {
        return GetEndpointAttributesResponse.builder()
                .attributes(platforms.endpoint(input.endpointArn()).attributes())
                .build();
    }

    /** SetEndpointAttributes. */
    public Unit setEndpointAttributes(SetEndpointAttributesInput input, Call call) {
        PlatformEndpoint endpoint = platforms.endpoint(input.endpointArn());
        PlatformAttributes.checkEndpoint(input.attributes());
        endpoint.attributes(PlatformAttributes.merged(endpoint.attributes(), input.attributes()));
        return Unit.INSTANCE;
    }

    /** DeleteEndpoint; one that is gone is deleted again without complaint. */
    public Unit deleteEndpoint(DeleteEndpointInput input, Call call) {
        PlatformEndpoint endpoint = platforms.findEndpoint(input.endpointArn());
        if (endpoint != null) {
            endpoint.application().endpoints().remove(endpoint.arn());
        }
        return Unit.INSTANCE;
    }
}
