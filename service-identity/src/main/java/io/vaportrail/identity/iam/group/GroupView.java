package io.vaportrail.identity.iam.group;

import io.vaportrail.identity.store.Group;

/** Groups as answers show them. */
final class GroupView {
    private GroupView() {}

    static io.vaportrail.model.iam.Group of(Group group) {
        return io.vaportrail.model.iam.Group.builder()
                .path(group.path())
                .groupName(group.name())
                .groupId(group.id())
                .arn(group.arn())
                .createDate(group.createDate())
                .build();
    }
}
