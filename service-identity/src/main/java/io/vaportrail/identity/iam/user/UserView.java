package io.vaportrail.identity.iam.user;

import io.vaportrail.identity.iam.Tags;
import io.vaportrail.identity.iam.policy.PolicyView;
import io.vaportrail.identity.store.User;

/** Users as answers show them. */
public final class UserView {
    private UserView() {}

    /** As lists show a user: without boundary and tags. */
    public static io.vaportrail.model.iam.User.Builder brief(User user) {
        return io.vaportrail.model.iam.User.builder()
                .path(user.path())
                .userName(user.name())
                .userId(user.id())
                .arn(user.arn())
                .createDate(user.createDate());
    }

    /** As CreateUser and GetUser show a user. */
    public static io.vaportrail.model.iam.User full(User user) {
        return brief(user)
                .permissionsBoundary(PolicyView.boundary(user.permissionsBoundary()))
                .tags(Tags.view(user))
                .build();
    }
}
