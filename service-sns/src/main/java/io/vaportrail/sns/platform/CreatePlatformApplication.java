package io.vaportrail.sns.platform;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sns.CreatePlatformApplicationInput;
import io.vaportrail.model.sns.CreatePlatformApplicationResponse;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.store.SnsArn;
import java.util.Map;

/**
 * CreatePlatformApplication; credentials are not verified, since no push service is asked.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_CreatePlatformApplication.html">CreatePlatformApplication</a>
 */
public final class CreatePlatformApplication
        implements Handler<CreatePlatformApplicationInput, CreatePlatformApplicationResponse> {
    private final Platforms platforms;

    /** The operation. */
    public CreatePlatformApplication(Platforms platforms) {
        this.platforms = platforms;
    }

    @Override
    public CreatePlatformApplicationResponse handle(CreatePlatformApplicationInput input, Call call) {
        if (!PlatformAttributes.isPlatform(input.platform())) {
            throw SnsErrors.invalid("Platform", input.platform() + " is not supported");
        }
        checkName(input.name());
        PlatformAttributes.checkApplication(input.platform(), input.attributes(), true);
        SnsArn arn = SnsArn.topic(call.region(), call.accountId(), "app/" + input.platform() + "/" + input.name());
        Map<String, String> attributes =
                PlatformAttributes.merged(Map.of(PlatformAttributes.ENABLED, "true"), input.attributes());
        PlatformApplication existing = platforms
                .in(call.accountId(), call.region())
                .putIfAbsent(arn.toString(), new PlatformApplication(arn, input.platform(), attributes));
        if (existing != null && !existing.attributes().equals(attributes)) {
            throw SnsErrors.invalid("Attributes", "Platform application already exists with different attributes");
        }
        return CreatePlatformApplicationResponse.builder()
                .platformApplicationArn(arn.toString())
                .build();
    }

    private static void checkName(String name) {
        boolean valid = !name.isEmpty()
                && name.length() <= SnsLimits.APPLICATION_NAME_LENGTH
                && name.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || "_-.".indexOf(c) >= 0);
        if (!valid) {
            throw SnsErrors.invalid("Name", "Must contain only letters, numbers, underscores, hyphens and periods");
        }
    }
}
