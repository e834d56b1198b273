package io.vaportrail.identity.iam.profile;

import io.vaportrail.identity.iam.Tags;
import io.vaportrail.identity.iam.role.RoleView;
import io.vaportrail.identity.store.InstanceProfile;
import io.vaportrail.identity.store.Role;
import java.util.List;

/** Instance profiles as answers show them. */
public final class InstanceProfileView {
    private InstanceProfileView() {}

    /** As lists show a profile: without tags. */
    public static io.vaportrail.model.iam.InstanceProfile.Builder brief(InstanceProfile profile) {
        Role role = profile.role();
        return io.vaportrail.model.iam.InstanceProfile.builder()
                .path(profile.path())
                .instanceProfileName(profile.name())
                .instanceProfileId(profile.id())
                .arn(profile.arn())
                .createDate(profile.createDate())
                .roles(role == null ? List.of() : List.of(RoleView.inProfile(role)));
    }

    /** As GetInstanceProfile shows a profile. */
    static io.vaportrail.model.iam.InstanceProfile full(InstanceProfile profile) {
        return brief(profile).tags(Tags.view(profile)).build();
    }
}
